package broken.web.util;

import java.util.Date;

/** A name and a place that say nothing. */
public record DateHelper(Date date) {}
