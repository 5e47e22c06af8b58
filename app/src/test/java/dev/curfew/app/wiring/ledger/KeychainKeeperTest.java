package dev.curfew.app.wiring.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.ledger.witness.CheckpointNotKeptException;
import dev.curfew.ledger.witness.Held;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.ledger.Checkpoint;
import dev.curfew.snapshot.keychain.Keychain;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeychainKeeperTest {
    private final MapKeychain keychain = new MapKeychain();
    private final KeychainKeeper keeper = new KeychainKeeper(keychain, "w-1");

    @Test
    void keepsTheNewestInsteadOfAnOlderOne() throws CheckpointNotKeptException {
        assertThat(keeper.held()).isEmpty();

        keeper.keep(checkpoint("one\n"));
        keeper.keep(checkpoint("two\n"));

        assertThat(keeper.held()).contains(new Held("The keychain", "two\n", null));
        assertThat(keychain.kept).containsOnlyKeys("checkpoint/w-1");
    }

    private static Checkpoint checkpoint(String note) {
        return new Checkpoint("curfew/w-1", 1, "ab".repeat(32), note, Instant.EPOCH);
    }

    /// In memory.
    private static final class MapKeychain implements Keychain {
        private final Map<String, String> kept = new HashMap<>();

        @Override
        public Optional<Secret> find(String account) {
            return Optional.ofNullable(kept.get(account)).map(Secret::of);
        }

        @Override
        public void keep(String account, Secret value) {
            kept.put(account, value.reveal());
        }

        @Override
        public void forget(String account) {
            kept.remove(account);
        }
    }
}
