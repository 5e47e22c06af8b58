package dev.curfew.app.console.component.dialog;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The browser that the system has for pages. AWT, which knows it as well, does not run beside JavaFX everywhere.
public final class SystemBrowsing implements Browsing {

    private static final Logger LOG = LoggerFactory.getLogger(SystemBrowsing.class);

    /// A server names the address: anything else could start any program.
    private static final Set<String> PAGES = Set.of("http", "https");

    private final List<String> opener;

    /// @param osName the system property `os.name`
    public SystemBrowsing(String osName) {
        String system = osName.toLowerCase(Locale.ROOT);
        opener = system.startsWith("windows")
                ? List.of("rundll32", "url.dll,FileProtocolHandler")
                : List.of(system.startsWith("mac") ? "open" : "xdg-open");
    }

    @Override
    public boolean open(URI page) {
        if (page.getScheme() == null || !PAGES.contains(page.getScheme().toLowerCase(Locale.ROOT))) {
            return false;
        }
        List<String> command = new ArrayList<>(opener);
        command.add(page.toASCIIString());
        try {
            new ProcessBuilder(command)
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
            return true;
        } catch (IOException e) {
            LOG.debug("{} could not be started", opener.getFirst(), e);
            return false;
        }
    }
}
