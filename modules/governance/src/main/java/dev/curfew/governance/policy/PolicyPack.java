package dev.curfew.governance.policy;

import dev.curfew.governance.policy.cedar.Policies;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// A text of policies with the cases that it has to pass.
///
/// @param cases JSON, as `PolicyCases` reads it
public record PolicyPack(String policies, String cases) {
    private static final String DEFAULT = "default";

    /// The one that is packaged with this module, from `resources/policies/`: in force until another is saved.
    public static PolicyPack packaged() {
        return new PolicyPack(read(DEFAULT + ".cedar"), read(DEFAULT + ".cases.json"));
    }

    /// @throws PolicyTextException if its policies cannot be used
    public Policies compiled() throws PolicyTextException {
        return Policies.of(policies);
    }

    private static String read(String name) {
        try (InputStream in = PolicyPack.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not packaged beside " + PolicyPack.class);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
