package broken.persistence.organization;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** An entity, which no page may see. */
@Entity
public class Organization {

    @Id
    public long id;
}
