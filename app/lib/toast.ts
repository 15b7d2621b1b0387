/** A text key (`namespace:key`) with its parameters, and what takes the action back, if anything. */
export type Toast = {
  key: string;
  params?: Record<string, string | number>;
  undo?: { action: string };
};
