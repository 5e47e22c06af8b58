package dev.curfew.governance.attestation;

import dev.curfew.governance.ssh.AllowedSigner;
import dev.curfew.governance.ssh.SshKey;
import dev.curfew.model.text.Messages;
import dev.curfew.model.text.Sha256;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whom an `allowed_signers` file names. What it says beyond an owner and a key is not kept here, so that lines which
/// say more are set aside.
///
/// @param keys that an officer may vouch for
/// @param aside the rest, with the reason
public record Introduction(List<Introduced> keys, List<Aside> aside) {
    private static final Messages MESSAGES = Messages.of(Introduction.class);
    private static final String PATTERN = "[^*?!]+";

    public Introduction {
        keys = List.copyOf(keys);
        aside = List.copyOf(aside);
    }

    /// Of exactly these owners with these keys, in this order: 64 hexadecimal digits, by which whoever looked at them
    /// says that they are still the same.
    public String digest() {
        return Sha256.ofJson(keys.stream()
                .map(one -> Map.of("owner", one.owner(), "key", one.key().line()))
                .toList());
    }

    /// An owner with a key.
    public record Introduced(int line, String owner, SshKey key) {}

    /// @param owner whom the line names, if anybody
    /// @param why a clause for a person
    public record Aside(int line, String owner, String why) {}

    /// @param known owners' keys, revoked ones too
    static Introduction of(List<AllowedSigner> lines, List<OwnerKey> known) {
        Map<String, String> owners = new HashMap<>();
        known.forEach(key -> owners.put(key.key().fingerprint(), key.owner()));
        List<Introduced> keys = new ArrayList<>();
        List<Aside> aside = new ArrayList<>();
        for (AllowedSigner line : lines) {
            SshKey key = line.key();
            Optional<String> why = whyAside(line, key, owners);
            if (key == null || why.isPresent()) {
                aside.add(new Aside(line.line(), String.join(", ", line.principals()), why.orElse("")));
            } else {
                String owner = line.principals().getFirst();
                owners.put(key.fingerprint(), owner);
                keys.add(new Introduced(line.line(), owner, key));
            }
        }
        return new Introduction(keys, aside);
    }

    private static Optional<String> whyAside(AllowedSigner line, @Nullable SshKey key, Map<String, String> owners) {
        if (line.principals().size() != 1) {
            return Optional.of(MESSAGES.text("aside.several"));
        }
        if (!line.principals().getFirst().matches(PATTERN)) {
            return Optional.of(MESSAGES.text("aside.pattern"));
        }
        if (line.has("cert-authority")) {
            return Optional.of(MESSAGES.text("aside.authority"));
        }
        if (key == null) {
            return Optional.of(MESSAGES.text("aside.key"));
        }
        if (line.has("valid-after") || line.has("valid-before")) {
            return Optional.of(MESSAGES.text("aside.time"));
        }
        if (!line.hasOnly("namespaces")) {
            return Optional.of(MESSAGES.text("aside.option"));
        }
        if (!line.isFor(AskFile.NAMESPACE)) {
            return Optional.of(MESSAGES.text("aside.purpose", AskFile.NAMESPACE));
        }
        return Optional.ofNullable(owners.get(key.fingerprint())).map(owner -> MESSAGES.text("aside.known", owner));
    }
}
