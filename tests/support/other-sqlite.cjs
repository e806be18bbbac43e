// Loaded before the server (DB-07): a SQLite that says of itself what SQLITE_SAYS says, as JSON: a version, or a setting.
const { createRequire } = require('node:module');
const { join } = require('node:path');

const Database = createRequire(join(__dirname, '../../api/package.json'))('better-sqlite3');
const said = JSON.parse(process.env.SQLITE_SAYS ?? '{}');
const { pragma, prepare } = Database.prototype;

Database.prototype.prepare = function (text) {
  const version = said.version && text.replace('sqlite_version()', `'${said.version}'`);
  return prepare.call(this, version || text);
};
Database.prototype.pragma = function (text, options) {
  const answer = pragma.call(this, text, options);
  return text in said ? said[text] : answer;
};
