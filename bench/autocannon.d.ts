declare module "autocannon" {
  type Prepared = {
    method?: string;
    path?: string;
    headers?: Record<string, string>;
    body?: string;
  };
  type Options = {
    url: string;
    connections: number;
    /** Seconds. */
    duration: number;
    /** Milliseconds between two looks at whether time is up. */
    sampleInt?: number;
    /** Seconds after which a request counts as lost. */
    timeout?: number;
    requests: { setupRequest(request: Prepared): Prepared }[];
  };
  type Result = { errors: number; timeouts: number };
  type Run = Promise<Result> & {
    on(
      event: "response",
      listener: (client: unknown, status: number, bytes: number, milliseconds: number) => void,
    ): void;
  };
  export default function autocannon(options: Options): Run;
}
