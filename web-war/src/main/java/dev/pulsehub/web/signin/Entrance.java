package dev.pulsehub.web.signin;

import dev.pulsehub.core.config.PulseConfig;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The ways in that this Pulse-Hub has, for a person who wants to go somewhere. */
@Named
@RequestScoped
public class Entrance {

    @Inject
    private PulseConfig config;

    @Inject
    private HttpServletRequest request;

    /** Whether people sign in with GitHub. */
    public boolean isGitHub() {
        return config.oauth().isPresent();
    }

    /** Whether the link on the terminal lets in. */
    public boolean isLink() {
        return config.singleUser();
    }

    /** Begins the sign-in, which ends where the person wanted to go. */
    public String getHref() {
        return "/api/auth/signin/github?callbackUrl="
                + URLEncoder.encode(ReturnPath.wanted(request, config.authUrl()), StandardCharsets.UTF_8);
    }
}
