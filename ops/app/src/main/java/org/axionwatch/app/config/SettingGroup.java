package org.axionwatch.app.config;

/** Settings that a command takes together. */
public enum SettingGroup {
    CLUSTER("Cluster"),
    SCIENCE("Science"),
    PROCESSORS("Processors"),
    READING("Reading files");

    private final String title;

    SettingGroup(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
