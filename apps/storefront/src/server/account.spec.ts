import { allowed } from '../desk/guard.server.js';
import { thrownBy, visit } from '../testing/visit.js';
import { signedIn } from './account.server.js';

describe('a private page', () => {
  const request = new Request('https://tiwizi.test/ar/vendeur/commandes.data?liste=pretes&_routes=x');
  const signInPage = '/ar/connexion?vers=%2Far%2Fvendeur%2Fcommandes%3Fliste%3Dpretes';

  it('asks a stranger to sign in, and knows where to return (ACC-3)', async () => {
    expect(await thrownBy(() => signedIn(request, visit()))).toBe(signInPage);
  });

  it('asks the same at the desks', async () => {
    expect(await thrownBy(() => allowed(request, visit(), 'moderation:decide'))).toBe(signInPage);
  });

  it('is closed to whoever has another role', async () => {
    const as = (role: string) => visit({ account: { roles: [role] } });
    expect(await thrownBy(() => allowed(request, as('buyer'), 'moderation:decide'))).toBe(403);
    expect(await thrownBy(() => allowed(request, as('moderator'), 'moderation:decide'))).toBeUndefined();
  });
});
