package dev.pulsehub.web.faces;

import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;

/**
 * Makes every view transient from its first moment. The template says so too, but only once it is built: a listener
 * that asks for the view's map before that, as the one for the script nonce does, would open a container session.
 */
public class TransientViews extends ViewHandlerWrapper {

    public TransientViews(ViewHandler wrapped) {
        super(wrapped);
    }

    @Override
    public UIViewRoot createView(FacesContext context, String viewId) {
        UIViewRoot view = super.createView(context, viewId);
        view.setTransient(true);
        return view;
    }
}
