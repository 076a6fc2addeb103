import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { mayPassByItself } from '../api/call.ts';
import { Crash } from './Crash.tsx';
import { GuardedRouter } from './leaving/GuardedRouter.tsx';
import { LossDialog } from './leaving/LossDialog.tsx';
import { Routing } from './Routing.tsx';
import { Start } from './Start.tsx';
import { ExampleBand } from './shell/ExampleBand.tsx';

const queries = new QueryClient({
  queryCache: new QueryCache(),
  mutationCache: new MutationCache(),
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // Looking at people is on record: a window that merely comes to the front must not add to it.
      refetchOnWindowFocus: false,
      retry: (count, error) => count < 2 && mayPassByItself(error),
    },
    mutations: { networkMode: 'always' },
  },
});

export function App() {
  return (
    <QueryClientProvider client={queries}>
      <GuardedRouter>
        <Crash>
          <Start>
            <ExampleBand />
            <Routing />
            <LossDialog />
          </Start>
        </Crash>
      </GuardedRouter>
    </QueryClientProvider>
  );
}
