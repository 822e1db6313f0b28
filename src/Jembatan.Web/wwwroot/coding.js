export const startCoding = () => {};
