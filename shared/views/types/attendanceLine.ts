/** 出席 19／21（会場17 オンライン2）. Members only; officials do not count. */
export interface AttendanceLine {
  readonly seats: number;
  readonly present: number;
  readonly inRoom: number;
  readonly online: number;
  readonly absent: number;
  readonly left: number;
  readonly observers: number;
}
