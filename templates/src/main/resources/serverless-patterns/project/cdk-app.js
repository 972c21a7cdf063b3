// Runs the CDK app on every platform: cdk.json can neither choose between mvnw and mvnw.cmd nor set the environment.
const { spawnSync } = require('node:child_process');

const windows = process.platform === 'win32';
const nodeMajor = process.versions.node.split('.')[0];
const { status, error } = spawnSync(
  windows ? 'mvnw.cmd' : './mvnw',
  ['--quiet', '--batch-mode', 'package', 'exec:java', '-Dmaven.test.skip=true'],
  {
    cwd: __dirname,
    env: {
      ...process.env,
      // jsii reports on its own dependencies. What this project uses of deprecated APIs, the compiler reports.
      JSII_DEPRECATED: 'quiet',
      JSII_SILENCE_WARNING_DEPRECATED_NODE_VERSION: '1',
      JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: nodeMajor,
      JSII_SILENCE_WARNING_UNTESTED_NODE_VERSION: '1',
    },
    shell: windows,
    stdio: 'inherit',
  },
);
if (error) {
  console.error(`Cannot start Maven: ${error.message}`);
}
process.exitCode = status ?? 1;
