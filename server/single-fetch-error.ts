import { encode } from "turbo-stream";

class ErrorResponse {
  readonly status: number;
  readonly data: unknown;
  constructor(status: number, data: unknown) {
    this.status = status;
    this.data = data;
  }
}

/**
 * The body of a failed Remix `.data` action as its browser side decodes it (turbo-stream with the
 * "ErrorResponse" type), so that the ErrorBoundary shows our message. A plain body would surface
 * there as "Unable to decode turbo-stream response".
 */
export async function encodeActionError(status: number, data: unknown): Promise<string> {
  const stream = encode(
    { error: new ErrorResponse(status, data) },
    {
      plugins: [
        (value) =>
          value instanceof ErrorResponse && ["ErrorResponse", value.data, value.status, ""],
      ],
    },
  );
  return await new Response(stream).text();
}
