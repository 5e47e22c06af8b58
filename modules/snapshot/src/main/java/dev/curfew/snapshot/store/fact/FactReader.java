package dev.curfew.snapshot.store.fact;

import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.attribute.Sensitivity;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.attribute.UsageQuality;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Fact;
import dev.curfew.model.estate.Grant;
import dev.curfew.model.estate.GrantRole;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Membership;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.estate.Provenance;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.estate.Trust;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.ResourceId;
import dev.curfew.model.id.SourceName;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the facts that [FactWriter] wrote. Equal ids come out as one object. Other bytes end in exceptions
/// of several kinds; [FactBlock] makes one of them.
final class FactReader {
    private final ByteReader in;
    private final Shared shared;

    FactReader(ByteReader in, Shared shared) {
        this.in = in;
        this.shared = shared;
    }

    /// Arguments are evaluated in the order in which they were written.
    Fact read() {
        return switch (FactType.ofWord(in.text())) {
            case IDENTITY -> identity();
            case CREDENTIAL -> credential();
            case POLICY -> new Policy(id(PolicyId.class), in.text(), in.text(), in.text(), provenance());
            case GRANT ->
                new Grant(
                        id(EntityId.class), id(PolicyId.class), GrantRole.valueOf(in.text()), in.text(), provenance());
            case MEMBERSHIP -> new Membership(id(IdentityId.class), id(IdentityId.class), provenance());
            case RESOURCE ->
                new Resource(
                        id(ResourceId.class),
                        in.text(),
                        in.text(),
                        Sensitivity.valueOf(in.text()),
                        texts(),
                        provenance());
            case TRUST -> new Trust(id(IdentityId.class), in.text(), id(PolicyId.class), provenance());
        };
    }

    private Identity identity() {
        return new Identity(
                id(IdentityId.class), in.text(), in.text(), ownership(), moment(), usage(), texts(), provenance());
    }

    private Credential credential() {
        return new Credential(
                id(CredentialId.class),
                in.text(),
                in.text(),
                idOrNull(IdentityId.class),
                idOrNull(CredentialId.class),
                moment(),
                expiry(),
                usage(),
                in.flag(),
                texts(),
                provenance());
    }

    private Ownership ownership() {
        return switch (in.text()) {
            case "owned" -> shared.one(new Ownership.Owned(in.text(), in.text()));
            case "owner-gone" -> new Ownership.OwnerGone(in.text(), in.text());
            case "unowned" -> new Ownership.Unowned();
            default -> throw new IllegalArgumentException("no such ownership");
        };
    }

    private Expiry expiry() {
        return switch (in.text()) {
            case "at" -> new Expiry.At(present(moment()));
            case "never" -> new Expiry.Never();
            case "unknown" -> new Expiry.Unknown(in.text());
            default -> throw new IllegalArgumentException("no such expiry");
        };
    }

    private Usage usage() {
        return switch (in.text()) {
            case "seen" -> {
                String by = in.text();
                yield new Usage.Seen(present(moment()), by, quality());
            }
            case "none-seen" -> new Usage.NoneSeen(quality());
            case "not-observed" -> new Usage.NotObserved(in.text());
            default -> throw new IllegalArgumentException("no such usage");
        };
    }

    private UsageQuality quality() {
        return shared.one(new UsageQuality(in.text(), length(), length(), in.flag()));
    }

    private Provenance provenance() {
        return new Provenance(in.text(), in.text(), in.text());
    }

    private <T extends EntityId> T id(Class<T> type) {
        String kind = in.text();
        SourceName source = in.source();
        String nativeId = in.text();
        EntityId id = switch (kind) {
            case "identity" -> shared.one(new IdentityId(source, nativeId));
            case "credential" -> shared.one(new CredentialId(source, nativeId));
            case "policy" -> shared.one(new PolicyId(source, nativeId));
            case "resource" -> shared.one(new ResourceId(source, nativeId));
            default -> throw new IllegalArgumentException("no such id");
        };
        return type.cast(id);
    }

    private <T extends EntityId> @Nullable T idOrNull(Class<T> type) {
        return in.flag() ? id(type) : null;
    }

    private Map<String, String> texts() {
        int count = in.count();
        Map.Entry<String, String>[] entries = entries(count);
        for (int i = 0; i < count; i++) {
            entries[i] = Map.entry(in.text(), in.text());
        }
        return Map.ofEntries(entries);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // There is no array of a type with parameters.
    private static Map.Entry<String, String>[] entries(int count) {
        return new Map.Entry[count];
    }

    private @Nullable Instant moment() {
        return in.flag() ? Instant.ofEpochSecond(in.signed(), in.unsigned()) : null;
    }

    private Duration length() {
        return Duration.ofSeconds(in.signed(), in.unsigned());
    }

    private static Instant present(@Nullable Instant moment) {
        if (moment == null) {
            throw new IllegalArgumentException("a moment is missing");
        }
        return moment;
    }
}
