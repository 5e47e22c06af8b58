package dev.curfew.revocation.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.model.connection.Secret;
import dev.curfew.model.port.Secrets;
import dev.curfew.testbed.memory.MemorySecrets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FingerprintsTest {
    private static final int AT_ONCE = 2;

    /// Whoever asks and finds nothing waits a little for others who find nothing either.
    private static final class Hesitant implements Secrets {
        private final Secrets kept = new MemorySecrets();
        private final CountDownLatch asking = new CountDownLatch(AT_ONCE);

        @Override
        public Optional<Secret> get(String name) {
            Optional<Secret> found = read(name);
            asking.countDown();
            try {
                boolean _ = asking.await(300, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return found;
        }

        private synchronized Optional<Secret> read(String name) {
            return kept.get(name);
        }

        @Override
        public synchronized void put(String name, Secret value) {
            kept.put(name, value);
        }

        @Override
        public synchronized void remove(String name) {
            kept.remove(name);
        }
    }

    @Test
    void ofTwoAskedForAtOnceInANewWorkspaceBothAreUnderTheKeyThatIsKept() throws Exception {
        Fingerprints fingerprints = new Fingerprints(new Hesitant(), new SecureRandom());

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> one = threads.submit(() -> fingerprints.of(Secret.of("value")));
            Future<String> other = threads.submit(() -> fingerprints.of(Secret.of("value")));

            assertThat(List.of(one.get(), other.get())).containsOnly(fingerprints.of(Secret.of("value")));
        }
    }
}
