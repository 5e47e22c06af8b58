package dev.curfew.governance.breakglass.drill;

import dev.curfew.governance.breakglass.BreakGlassPath;
import dev.curfew.governance.custody.HolderKey;
import java.util.List;

/// What is to be drilled, by whom.
///
/// @param id unique, of letters, digits and dashes
/// @param label as in `Envelope`, for the sealing after
/// @param keys of the holders who open the envelope
/// @param keyless holders who came, and whose key is lost or does not open
public record DrillOrder(
        String id,
        BreakGlassPath path,
        String label,
        String officer,
        String host,
        List<HolderKey> keys,
        List<String> keyless) {
    public DrillOrder {
        keys = List.copyOf(keys);
        keyless = List.copyOf(keyless);
    }

    /// The holders whose shares open the envelope, each once.
    public List<String> openedBy() {
        return keys.stream().map(key -> key.holder().officer()).distinct().toList();
    }
}
