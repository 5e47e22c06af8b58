package dev.curfew.analysis.reach.openbao;

import dev.curfew.analysis.PolicySyntaxException;
import dev.curfew.analysis.escalation.openbao.Server;
import dev.curfew.analysis.vault.policy.PathPattern;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What one OpenBao holds.
///
/// @param paths by something that they match: themselves, or for one that is a pattern an example
/// @param server what of it ways lead through
/// @param now when expirations in policies are looked at
record OpenBaoEstate(
        SourceName source,
        NavigableMap<String, Resource> paths,
        List<Identity> identities,
        Server server,
        Instant now) {

    OpenBaoEstate {
        identities = List.copyOf(identities);
    }

    static OpenBaoEstate of(SnapshotIndex index, SourceName source, List<Resource> paths, List<Identity> identities) {
        NavigableMap<String, Resource> byExample = new TreeMap<>();
        for (Resource path : paths) {
            byExample.put(example(path.id().nativeId().substring("path/".length())), path);
        }
        Server server = Server.of(identities, paths, index.wholeScopes(source));
        return new OpenBaoEstate(
                source, byExample, identities, server, index.snapshot().takenAt());
    }

    private static String example(String text) {
        try {
            return PathPattern.of(text).example();
        } catch (PolicySyntaxException e) {
            // no pattern that the server would take: it stands for itself
            return text;
        }
    }

    /// The examples that a rule of this pattern could be about.
    List<String> matching(PathPattern pattern) {
        return switch (pattern.kind()) {
            case EXACT ->
                Stream.of(pattern.text(), pattern.text() + "/")
                        .filter(paths::containsKey)
                        .toList();
            case PREFIX -> from(pattern.body());
            case SEGMENTS ->
                from(pattern.text().substring(0, pattern.text().indexOf('+'))).stream()
                        .filter(pattern::matches)
                        .toList();
        };
    }

    private List<String> from(String start) {
        return paths.tailMap(start, true).keySet().stream()
                .takeWhile(path -> path.startsWith(start))
                .toList();
    }
}
