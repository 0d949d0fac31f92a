import type { Choice } from './choice';
import { choose } from './pick';

/** Lets a person choose one of a few values for a view, with the present one marked. Nothing changes when they turn away. */
export async function chooseValue<T extends string>(
  choice: Choice<T>,
  title: string,
  labels: Readonly<Record<T, string>>,
  details: Partial<Readonly<Record<T, string>>> = {},
): Promise<void> {
  const items = (Object.keys(labels) as T[]).map((value) => ({
    label: labels[value],
    ...(details[value] === undefined ? {} : { detail: details[value] }),
    ...(value === choice.value ? { description: 'as it is now' } : {}),
    value,
  }));
  const item = await choose(items, { title });
  if (item) choice.set(item.value);
}
