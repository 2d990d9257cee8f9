/**
 * BIZ UDPGothic 400 and 700 (a universal-design face), self-hosted. The face is split by unicode range, so
 * a page fetches only the slices whose characters it shows; figures in columns use the Latin part of its
 * fixed-pitch sister. The sheet is made at build time by scripts/fontFaces.ts.
 */
import 'virtual:font-faces.css';
