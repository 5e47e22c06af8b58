package dev.curfew.connector.kubernetes.observe.secret;

import dev.curfew.connector.kubernetes.api.KubeSession;
import dev.curfew.connector.kubernetes.api.OwnUsers;
import dev.curfew.connector.kubernetes.fact.Metadata;
import dev.curfew.connector.kubernetes.fact.NativeNames;
import dev.curfew.connector.kubernetes.fact.SecretFingerprint;
import dev.curfew.connector.kubernetes.fact.Tags;
import dev.curfew.connector.kubernetes.json.Doc;
import dev.curfew.connector.kubernetes.json.Shape;
import dev.curfew.connector.kubernetes.list.Collection;
import dev.curfew.connector.kubernetes.list.Form;
import dev.curfew.connector.kubernetes.sheet.ListScope;
import dev.curfew.connector.kubernetes.sheet.ScopeSheet;
import dev.curfew.model.attribute.Sensitivity;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.port.Progress;
import dev.curfew.model.port.Secrets;
import dev.curfew.model.text.Messages;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Secrets. As a rule the server is asked for a table of their metadata and types, so that no value leaves it; where
/// fingerprints are wanted, each value is hashed under the workspace's key as it arrives, and dropped.
public final class SecretScope extends ListScope {
    private static final Messages MESSAGES = Messages.of(SecretScope.class);
    private static final String PATH = "api/v1/secrets";

    /// A Secret has up to 1 MiB, a page at most what an answer may have.
    private static final int PAGE_ITEMS = 25;

    private static final Shape TABLE =
            Shape.of("cells").with("object", Shape.of().with("metadata", Metadata.SHAPE));

    private final OwnUsers own;
    private final SecretMode mode;
    private final InstantSource clock;
    private @Nullable LegacyTokens legacy;

    private SecretScope(Collection collection, Form form, SecretMode mode, OwnUsers own, InstantSource clock) {
        super(collection, form);
        this.mode = mode;
        this.own = own;
        this.clock = clock;
    }

    /// @param secrets holds the key of fingerprints, where they are wanted
    public static SecretScope of(SecretMode mode, Secrets secrets, OwnUsers own, InstantSource clock) {
        return mode == SecretMode.FINGERPRINTS
                ? withFingerprints(new SecretFingerprint(secrets), own, clock)
                : new SecretScope(Collection.of(PATH, TABLE), Form.TABLE, mode, own, clock);
    }

    /// For objects out of a file: of their values nothing is read, and since when the server tracks tokens is not
    /// known.
    public static SecretScope ofFile(OwnUsers own, InstantSource clock) {
        Shape shape = Shape.of("type").with("metadata", Metadata.SHAPE);
        SecretScope scope = new SecretScope(Collection.of(PATH, shape), Form.OBJECTS, SecretMode.METADATA, own, clock);
        scope.legacy = LegacyTokens.untracked(own);
        return scope;
    }

    private static SecretScope withFingerprints(SecretFingerprint fingerprint, OwnUsers own, InstantSource clock) {
        Shape shape = Shape.of("type").with("metadata", Metadata.SHAPE).with("data", Shape.each(fingerprint));
        return new SecretScope(
                new Collection("secrets", PATH, shape, PAGE_ITEMS), Form.OBJECTS, SecretMode.FINGERPRINTS, own, clock);
    }

    @Override
    public void read(KubeSession session, ScopeSheet sheet, Progress progress) throws InterruptedException {
        if (mode == SecretMode.NONE) {
            sheet.skip(MESSAGES.text("secrets-none", SecretMode.SETTING));
            return;
        }
        legacy = LegacyTokens.of(session, own, clock.instant());
        list(session, sheet, progress);
    }

    @Override
    protected void object(ScopeSheet sheet, Doc row, List<String> columns) {
        boolean isRow = row.has("cells");
        Doc object = isRow ? row.doc("object") : row;
        String type = isRow ? cell(row, columns) : row.text("type");
        Metadata metadata = Metadata.of(object);
        Map<String, String> tags = Tags.of(metadata);
        tags.put("type", type);
        object.textMap("data").forEach((key, fingerprint) -> {
            if (!fingerprint.isEmpty()) {
                tags.put("fingerprint:" + key, fingerprint);
            }
        });
        if (legacy != null && type.equals(LegacyTokens.TYPE)) {
            sheet.add(legacy.credential(sheet, metadata, tags, from(sheet, object)));
        } else {
            sheet.add(new Resource(
                    new NativeNames(sheet.source()).resource("secrets", metadata),
                    "kubernetes.secret",
                    metadata.path(),
                    Sensitivity.UNKNOWN,
                    tags,
                    from(sheet, object)));
        }
    }

    private static String cell(Doc row, List<String> columns) {
        int position = columns.indexOf("Type");
        List<String> cells = row.texts("cells");
        // the cells before it are texts: the name
        return position >= 0 && position < cells.size() ? cells.get(position) : "";
    }
}
