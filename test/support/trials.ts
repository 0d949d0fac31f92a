/** How often a property is tried: `count` times, multiplied by the environment variable TRIALS. */
export function trials(count: number): { numRuns: number } {
  const factor = Number(process.env.TRIALS ?? 1);
  return { numRuns: Math.max(1, Math.round(count * (Number.isFinite(factor) && factor > 0 ? factor : 1))) };
}
