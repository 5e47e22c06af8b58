package dev.curfew.analysis.reach.plain;

import dev.curfew.analysis.Estate;
import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.attribute.Sensitivity;
import dev.curfew.model.estate.GrantRole;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.right.Right;
import dev.curfew.model.right.RightLevel;
import dev.curfew.model.right.Rights;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// A small source that states rights, made up from a seed: nested groups in circles, trusts, keys that are ended, off
/// or have rights of their own, rights on the whole, on what nobody lists, and policies that nobody can read.
public final class RandomPlainEstate {
    private static final List<RightLevel> LEVELS = List.of(RightLevel.values());

    private static final int ROLES = 5;
    private static final int THINGS = 4;
    private static final int KEYS = 4;

    private final Random random;
    private final Estate estate;

    private RandomPlainEstate(Random random, Estate estate) {
        this.random = random;
        this.estate = estate;
    }

    public static Estate of(long seed) {
        Estate estate = Estate.of("db");
        addTo(estate, new Random(seed));
        return estate;
    }

    /// Tells it of the estate's source.
    public static void addTo(Estate estate, Random random) {
        new RandomPlainEstate(random, estate).tell();
    }

    private void tell() {
        estate.resource("db.server", Rights.WHOLE, Sensitivity.HIGH);
        for (int i = 0; i < THINGS; i++) {
            estate.resource("db.table", "table/" + i, Sensitivity.LOW);
        }
        List<IdentityId> roles = new ArrayList<>();
        List<EntityId> holders = new ArrayList<>();
        for (int i = 0; i < ROLES; i++) {
            roles.add(estate.identity("db.role", "role/" + i));
        }
        holders.addAll(roles);
        for (int i = 0; i < KEYS; i++) {
            Expiry expiry = new Expiry.At(Estate.NOW.plus(Duration.ofHours(random.nextInt(3) - 1L)));
            IdentityId holder = random.nextInt(4) == 0 ? null : roles.get(random.nextInt(ROLES));
            CredentialId key = estate.credential("db.key", "key/" + i, holder, expiry, random.nextInt(4) != 0);
            if (random.nextInt(3) == 0) {
                holders.add(key);
            }
        }
        for (int i = random.nextInt(5); i > 0; i--) {
            estate.member(roles.get(random.nextInt(ROLES)), roles.get(random.nextInt(ROLES)));
        }
        for (int i = random.nextInt(7); i > 0; i--) {
            grant(holders.get(random.nextInt(holders.size())), i);
        }
        if (random.nextBoolean()) {
            trust(roles.get(random.nextInt(ROLES)));
        }
    }

    private void grant(EntityId holder, int number) {
        String nativeId = "rights/" + number;
        PolicyId policy = PolicyId.of(holder.source().value(), nativeId);
        switch (random.nextInt(8)) {
            // held, and in no list
            case 0 -> {}
            case 1 -> estate.policy(Rights.KIND, nativeId, "{'statements':[{'level':'own','on':'table/1'}]}");
            case 2 -> estate.policy("db.rule", nativeId, "of a language that nobody knows");
            default -> estate.policy(Rights.KIND, nativeId, Rights.of(rights()).text());
        }
        estate.grant(holder, policy, random.nextInt(6) == 0 ? GrantRole.BOUNDARY : GrantRole.IDENTITY, "");
    }

    private List<Right> rights() {
        List<Right> rights = new ArrayList<>();
        for (int i = 1 + random.nextInt(2); i > 0; i--) {
            RightLevel level = LEVELS.get(random.nextInt(LEVELS.size()));
            String on = random.nextInt(7) == 0 ? Rights.WHOLE : on(level);
            rights.add(Right.of(level, on, "DO").provided(random.nextInt(3) == 0 ? "at night" : ""));
        }
        return rights;
    }

    private String on(RightLevel level) {
        return switch (level) {
            case READ, WRITE, PERMISSIONS, ADMINISTER -> "table/" + random.nextInt(THINGS + 1);
            case BECOME, MINT -> "role/" + random.nextInt(ROLES + 1);
            case READ_SECRET -> "key/" + random.nextInt(KEYS + 1);
        };
    }

    private void trust(IdentityId target) {
        Right right = Right.of(
                random.nextInt(4) == 0 ? RightLevel.READ : RightLevel.BECOME, "role/" + random.nextInt(ROLES), "LOGIN");
        String text = Rights.of(List.of(right)).text();
        estate.trust(target, "db.login", estate.policy(Rights.KIND, target.nativeId() + "#trust", text));
    }
}
