// Preloaded into every Node that VS Code's server starts: writes who they are, and whom they connect to or look up, into a file.
const { appendFileSync } = require('node:fs');
const childProcess = require('node:child_process');
const dns = require('node:dns');
const { syncBuiltinESMExports } = require('node:module');
const net = require('node:net');

const record = (what) => appendFileSync(process.env.CONNECTIONS, `${JSON.stringify(what)}\n`);

record({ process: process.argv.slice(1).join(' ') });

const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (...args) {
  const [options] = net._normalizeArgs(args[0] instanceof Array ? args[0] : args);
  // A path is that of a pipe or socket of this machine.
  if (!options.path) record({ host: options.host ?? 'localhost', port: options.port });
  return connect.apply(this, args);
};

const lookup = dns.lookup;
dns.lookup = function (host, ...rest) {
  record({ host });
  return lookup.call(this, host, ...rest);
};

// VS Code takes this variable away from its extension hosts, which are what this is about.
const fork = childProcess.fork;
childProcess.fork = function (path, ...rest) {
  const [args, options] = Array.isArray(rest[0]) ? rest : [[], rest[0]];
  const { CONNECTIONS, NODE_OPTIONS } = process.env;
  return fork.call(this, path, args, {
    ...options,
    env: { ...(options?.env ?? process.env), CONNECTIONS, NODE_OPTIONS },
  });
};
syncBuiltinESMExports();
