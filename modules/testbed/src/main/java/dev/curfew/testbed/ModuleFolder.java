package dev.curfew.testbed;

import java.nio.file.Path;

/// Where the module under test keeps what its build makes.
public final class ModuleFolder {

    private ModuleFolder() {}

    /// Surefire sets `basedir`; elsewhere the working folder is the module's.
    public static Path target() {
        return Path.of(System.getProperty("basedir", ""), "target").toAbsolutePath();
    }
}
