import packageJson from '../package.json' with { type: 'json' };

/** What runs here, for people and for monitors. */
export const program = { name: packageJson.name, version: packageJson.version };
