package dev.curfew.governance.run;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What is entered before a command starts.
///
/// @param program the command's first word
/// @param leased what it is given in place of its credential; empty: the credential itself
public record RunStart(Runner runner, String program, Optional<Leased> leased) {

    Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>(runner.toJson());
        json.put("program", program);
        leased.ifPresent(it -> json.putAll(it.toJson()));
        return json;
    }
}
