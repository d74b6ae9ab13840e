package dev.pulsehub.web.faces;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of the pages, for text that Java puts together; pages themselves use the bundle {@code i18n}. */
@Named
@ApplicationScoped
public class Texts {

    private final ResourceBundle bundle = ResourceBundle.getBundle("dev.pulsehub.web.messages", Locale.ENGLISH);

    /** The text of the key; a missing key is an error that a test finds first. */
    public String get(String key) {
        return bundle.getString(key);
    }

    /** The text with {@code {0}} and so on filled in. */
    public String format(String key, Object... values) {
        return new MessageFormat(bundle.getString(key), Locale.ENGLISH).format(values);
    }
}
