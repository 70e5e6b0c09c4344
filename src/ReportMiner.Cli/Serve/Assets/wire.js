// Requests to the server. A failure carries its status; 0 where the server was not reached.
export class WireError extends Error {
  constructor(status) {
    super('status ' + status);
    this.status = status;
  }
}

const patience = 20000;

async function ask(path, parameters, options) {
  let answer;
  try {
    answer = await fetch(`/api/${path}?${new URLSearchParams(parameters)}`, { ...options, signal: AbortSignal.timeout(patience) });
  } catch {
    throw new WireError(0);
  }
  if (!answer.ok) throw new WireError(answer.status);
  if (answer.status === 204) return null;
  try {
    return await answer.json();
  } catch {
    throw new WireError(0); // cut off half-way
  }
}

export const get = (path, parameters = {}) => ask(path, parameters, {});

export const post = (path, parameters, body) => ask(path, parameters, {
  method: 'POST',
  headers: { 'Content-Type': 'application/json', 'X-ReportMiner': '1' },
  body: JSON.stringify(body),
});

export const pictureOf = (name, page) => `/api/page?${new URLSearchParams({ name, page })}`;
