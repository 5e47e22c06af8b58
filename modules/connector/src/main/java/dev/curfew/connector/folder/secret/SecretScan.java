package dev.curfew.connector.folder.secret;

import dev.curfew.model.format.FoundSecret;
import dev.curfew.model.format.SecretFormats;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/// Everything in a text that is a credential by its form, or by the name that configuration assigns it to.
public final class SecretScan {
    private SecretScan() {}

    /// In the order of the text.
    ///
    /// @param file its name, without folders: it says whether the text is configuration
    public static List<Hit> of(String file, String text) {
        List<Hit> hits = new ArrayList<>();
        for (FoundSecret found : SecretFormats.packaged().in(text)) {
            if (!Placeholder.isSample(text.substring(found.start(), found.end()))) {
                hits.add(new Hit(
                        found.format().id(),
                        found.format().secret(),
                        Names.before(text, found.start()),
                        0,
                        found.start(),
                        found.end()));
            }
        }
        if (Assignments.isConfiguration(file)) {
            BitSet published = new BitSet();
            hits.forEach(hit -> published.set(hit.start(), hit.end()));
            Assignments.in(text).stream()
                    .filter(hit -> published.get(hit.start(), hit.end()).isEmpty())
                    .forEach(hits::add);
        }
        hits.sort(Comparator.comparingInt(Hit::start));
        return withLines(hits, text);
    }

    private static List<Hit> withLines(List<Hit> hits, String text) {
        List<Hit> numbered = new ArrayList<>(hits.size());
        int line = 1;
        int at = 0;
        for (Hit hit : hits) {
            for (; at < hit.start(); at++) {
                line += text.charAt(at) == '\n' ? 1 : 0;
            }
            numbered.add(new Hit(hit.form(), hit.secret(), hit.name(), line, hit.start(), hit.end()));
        }
        return numbered;
    }
}
