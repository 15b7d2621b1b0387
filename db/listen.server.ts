import postgres from "postgres";

export type Listener = { close(): Promise<void> };

/**
 * Listens on a channel of PostgreSQL's NOTIFY through a connection of its own, which must not come
 * from a pool: what a connection listens to ends with it.
 */
export async function listenTo(
  url: string,
  channel: string,
  onMessage: (payload: string) => void,
): Promise<Listener> {
  const client = postgres(url, {
    max: 1,
    onnotice: () => {},
    connection: { application_name: "portal-live" },
  });
  try {
    await client.listen(channel, onMessage);
  } catch (error) {
    await client.end({ timeout: 0 });
    throw error;
  }
  return { close: () => client.end({ timeout: 1 }) };
}
