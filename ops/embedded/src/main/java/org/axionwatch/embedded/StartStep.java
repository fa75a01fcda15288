package org.axionwatch.embedded;

/** The steps of a start, in no fixed order between broker and registry. */
public enum StartStep {
    BROKER_STARTING("starting the broker"),
    REGISTRY_STARTING("starting the schema registry"),
    BROKER_READY("broker ready"),
    REGISTRY_READY("schema registry ready");

    private final String description;

    StartStep(String description) {
        this.description = description;
    }

    public String description() {
        return description;
    }
}
