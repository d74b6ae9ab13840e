package dev.pulsehub.web.faces;

/** Who looks at a page, and which organization they look at. */
public interface Viewer {

    /** Whether anybody is signed in; the numbers below are known only then. */
    boolean signedIn();

    long personId();

    long organizationId();

    String login();
}
