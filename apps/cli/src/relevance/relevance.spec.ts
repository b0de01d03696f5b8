import { relevance } from './index.js';

describe('npm run relevance', () => {
  it.each([[['--catalogue', 'a.json']], [['--nonsense']], [['--names', '--sample', 'x']]])(
    'says how it is used when it is given %j',
    async (args) => {
      const said = jest.spyOn(console, 'error').mockImplementation(() => undefined);
      expect(await relevance(args)).toBe(2);
      expect(said).toHaveBeenCalledWith(expect.stringContaining('--catalogue FILE --queries FILE'));
      said.mockRestore();
    },
  );
});
