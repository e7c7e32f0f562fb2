// The module puts its functions on the global object, as it does on a page; here they are handed over instead.

/** Starts the module from its bytes, or from an answer that brings them. */
export async function start(init, bytes) {
  const before = Object.getOwnPropertyDescriptor(globalThis, 'rekenhulp');
  delete globalThis.rekenhulp;
  try {
    await init({ module_or_path: bytes });
    return globalThis.rekenhulp;
  } finally {
    delete globalThis.rekenhulp;
    if (before) Object.defineProperty(globalThis, 'rekenhulp', before);
  }
}

/** One module is enough: what it computes is kept nowhere. */
export function once(load) {
  let loading;
  return () => {
    loading ??= load().catch((error) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
}
