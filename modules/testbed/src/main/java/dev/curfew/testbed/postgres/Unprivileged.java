package dev.curfew.testbed.postgres;

import java.util.ArrayList;
import java.util.List;

/// PostgreSQL refuses to run as root, so root runs it as somebody else.
final class Unprivileged {
    /// `nobody` on every Linux. It keeps the one capability that lets it through root's own folders, for access(2) too.
    private static final List<String> AS_NOBODY = List.of(
            "/usr/bin/setpriv",
            "--reuid=65534",
            "--regid=65534",
            "--clear-groups",
            "--securebits=+no_setuid_fixup",
            "--inh-caps=+dac_override",
            "--ambient-caps=+dac_override",
            // a change of user clears the one that was set before
            "--pdeathsig=KILL",
            "--");

    private Unprivileged() {}

    static List<String> command(List<String> command) {
        List<String> whole = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            whole.addAll(AS_NOBODY);
        }
        whole.addAll(command);
        return whole;
    }
}
