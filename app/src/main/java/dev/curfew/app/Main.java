package dev.curfew.app;

/// Where the process begins.
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        Package here = Main.class.getPackage();
        String version = here.getImplementationVersion();
        System.out.println("curfew " + (version == null ? "(unpackaged)" : version));
    }
}
