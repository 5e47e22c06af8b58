package dev.curfew.app.cli.approval;

import dev.curfew.app.cli.output.Fields;
import dev.curfew.governance.approval.Checked;
import dev.curfew.governance.exchange.Sender;

/// What is told of a question besides what it is about.
final class SenderFields {
    private SenderFields() {}

    /// @param asked what it is about
    /// @param checked what this machine found
    static Fields after(Fields asked, Sender sender, Checked checked) {
        return asked.put("askedBy", sender.officer())
                .put("host", sender.device().host())
                .put("policies", sender.policies())
                .put("unreadThere", sender.unread())
                .put("askedAt", sender.at())
                .put("expiresAt", sender.expiresAt())
                .put("recheck", checked.recheck().text())
                .put("effectHash", checked.effectHash())
                .put("unreadHere", checked.unread());
    }
}
