// The frame of every script: errors are told in one place, and the exit code is 1 unless all went well.

/** Runs a script's work, which says whether all went well. */
export async function main(/** @type {() => Promise<boolean | void>} */ work) {
  try {
    const well = await work();
    process.exit(well === false ? 1 : 0);
  } catch (error) {
    console.error(`\n${error instanceof Error ? (process.env.DEBUG ? error.stack : error.message) : String(error)}`);
    process.exit(1);
  }
}
