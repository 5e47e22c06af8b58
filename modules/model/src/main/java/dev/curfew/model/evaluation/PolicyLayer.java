package dev.curfew.model.evaluation;

/// The layers a decision passes. Their lower-case names are the batch format's.
public enum PolicyLayer {
    SCP("scp"),
    RCP("rcp"),
    BOUNDARY("boundary"),
    SESSION("session"),
    RESOURCE("resource"),
    IDENTITY("identity"),
    VPC_ENDPOINT("vpcEndpoint");

    private final String text;

    PolicyLayer(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
