package dev.curfew.snapshot.store.fact;

import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.attribute.UsageQuality;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Fact;
import dev.curfew.model.estate.Grant;
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
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Writes facts, each with a word for its type and for each case in it; [FactReader] reads them. Equal facts give equal
/// bytes. Who changes a record here changes [FactBlock#FORMAT] too, and leaves the reader able to read the older.
final class FactWriter {
    private final ByteWriter out;

    FactWriter(ByteWriter out) {
        this.out = out;
    }

    void write(Fact fact) {
        FactType type = FactType.of(fact);
        out.text(type.word());
        switch (fact) {
            case Identity it -> identity(it);
            case Credential it -> credential(it);
            case Policy it -> {
                id(it.id());
                out.text(it.kind());
                out.text(it.name());
                out.text(it.text());
            }
            case Grant it -> {
                id(it.subject());
                id(it.policy());
                out.text(it.role().name());
                out.text(it.scope());
            }
            case Membership it -> {
                id(it.member());
                id(it.group());
            }
            case Resource it -> {
                id(it.id());
                out.text(it.kind());
                out.text(it.name());
                out.text(it.sensitivity().name());
                texts(it.tags());
            }
            case Trust it -> {
                id(it.target());
                out.text(it.mechanism());
                id(it.document());
            }
        }
        provenance(fact.provenance());
    }

    private void identity(Identity it) {
        id(it.id());
        out.text(it.kind());
        out.text(it.name());
        switch (it.ownership()) {
            case Ownership.Owned(String owner, String evidence) -> words("owned", owner, evidence);
            case Ownership.OwnerGone(String owner, String evidence) -> words("owner-gone", owner, evidence);
            case Ownership.Unowned() -> words("unowned");
        }
        moment(it.createdAt());
        usage(it.usage());
        texts(it.tags());
    }

    private void credential(Credential it) {
        id(it.id());
        out.text(it.kind());
        out.text(it.name());
        idOrNull(it.holder());
        idOrNull(it.parent());
        moment(it.createdAt());
        switch (it.expiry()) {
            case Expiry.At(Instant instant) -> {
                words("at");
                moment(instant);
            }
            case Expiry.Never() -> words("never");
            case Expiry.Unknown(String reason) -> words("unknown", reason);
        }
        usage(it.usage());
        out.flag(it.active());
        texts(it.attributes());
    }

    private void usage(Usage usage) {
        switch (usage) {
            case Usage.Seen(Instant at, String by, UsageQuality quality) -> {
                words("seen", by);
                moment(at);
                quality(quality);
            }
            case Usage.NoneSeen(UsageQuality quality) -> {
                words("none-seen");
                quality(quality);
            }
            case Usage.NotObserved(String reason) -> words("not-observed", reason);
        }
    }

    private void quality(UsageQuality quality) {
        out.text(quality.record());
        length(quality.lagMax());
        length(quality.horizon());
        out.flag(quality.countsDenied());
    }

    private void provenance(Provenance provenance) {
        words(provenance.scope(), provenance.origin(), provenance.document());
    }

    private void id(EntityId id) {
        words(
                switch (id) {
                    case IdentityId _ -> "identity";
                    case CredentialId _ -> "credential";
                    case PolicyId _ -> "policy";
                    case ResourceId _ -> "resource";
                },
                id.source().value(),
                id.nativeId());
    }

    private void idOrNull(@Nullable EntityId id) {
        out.flag(id != null);
        if (id != null) {
            id(id);
        }
    }

    private void words(String... all) {
        for (String one : all) {
            out.text(one);
        }
    }

    private void texts(Map<String, String> map) {
        out.unsigned(map.size());
        new TreeMap<>(map).forEach((name, value) -> words(name, value));
    }

    private void moment(@Nullable Instant instant) {
        out.flag(instant != null);
        if (instant != null) {
            out.signed(instant.getEpochSecond());
            out.unsigned(instant.getNano());
        }
    }

    private void length(Duration duration) {
        out.signed(duration.getSeconds());
        out.unsigned(duration.getNano());
    }
}
