package dev.pulsehub.web.api;

import dev.pulsehub.core.report.Organizations;
import dev.pulsehub.web.faces.Viewer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Who asks the API, and which organization they mean. */
@RequestScoped
public class ApiCaller {

    @Inject
    private Viewer viewer;

    @Inject
    private Organizations organizations;

    /** The person the session or token stands for. */
    public long personId() {
        return viewer.personId();
    }

    /** The organization named, else the session's. */
    long organizationId(Optional<String> slug) {
        return slug.map(name -> organizations
                        .find(personId(), name)
                        .orElseThrow(() -> new BadParameter("org", "you belong to no organization " + name)))
                .orElseGet(viewer::organizationId);
    }
}
