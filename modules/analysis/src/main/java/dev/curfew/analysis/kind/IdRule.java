package dev.curfew.analysis.kind;

import dev.curfew.model.attribute.Sensitivity;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a native id is of, where no reading lists what it names.
///
/// @param kind of what it names
/// @param prefix how such ids begin
/// @param pattern of such ids
/// @param whole whether it stands for everything that a source holds
/// @param named what it is called by
/// @param sensitivity of what it names
record IdRule(String kind, String prefix, Pattern pattern, boolean whole, Naming named, Sensitivity sensitivity) {

    /// What something is called by: its source's name, its whole id, or the part of its id that was left open first.
    enum Naming {
        SOURCE,
        ID,
        REST
    }

    /// @param ids where `*` is anything
    static IdRule of(String kind, String ids, boolean whole, Naming named, Sensitivity sensitivity) {
        String[] parts = ids.split("\\*", -1);
        Pattern pattern =
                Pattern.compile(Arrays.stream(parts).map(Pattern::quote).collect(Collectors.joining("(.*)")));
        return new IdRule(kind, parts[0], pattern, whole, named, sensitivity);
    }

    /// Most ids begin otherwise, and cost nothing more.
    boolean matches(String nativeId) {
        return nativeId.startsWith(prefix) && pattern.matcher(nativeId).matches();
    }

    /// @param nativeId one that matches
    String name(String source, String nativeId) {
        return switch (named) {
            case SOURCE -> source;
            case ID -> nativeId;
            case REST -> {
                Matcher matcher = pattern.matcher(nativeId);
                yield matcher.matches() ? matcher.group(1) : nativeId;
            }
        };
    }
}
