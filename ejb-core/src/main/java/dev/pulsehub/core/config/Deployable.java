package dev.pulsehub.core.config;

/** What is deployed by itself and reads an environment of its own. */
public enum Deployable {
    WEB("pulse-hub-web"),
    MCP("pulse-hub-mcp"),
    SUPERSET("pulse-hub-superset");

    private final String hostName;

    Deployable(String hostName) {
        this.hostName = hostName;
    }

    /** Its name in the app specifications, and so its host name between the services. */
    public String hostName() {
        return hostName;
    }
}
