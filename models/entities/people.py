"""People and organisations."""

from sqlalchemy.orm import Mapped

from models.entities.base import Record, belongs_to
from models.views.people import (
    NewAffiliation,
    NewMembership,
    NewOrganisation,
    NewOrganisationName,
    NewPerson,
    NewPersonName,
    NewRelation,
)


class Person(Record, facts=NewPerson):
    """Any human."""

    __tablename__ = "person"


class PersonName(Record, facts=NewPersonName):
    """One spelling of a person's name."""

    __tablename__ = "person_name"
    person_id: Mapped[int] = belongs_to("person")


class Organisation(Record, facts=NewOrganisation):
    """A union, a court, a prison, a ministry or any other body."""

    __tablename__ = "organisation"


class OrganisationName(Record, facts=NewOrganisationName):
    """One name or acronym of an organisation."""

    __tablename__ = "organisation_name"
    organisation_id: Mapped[int] = belongs_to("organisation")


class Affiliation(Record, facts=NewAffiliation):
    """One organisation's membership in another."""

    __tablename__ = "affiliation"
    organisation_id: Mapped[int] = belongs_to("organisation")
    umbrella_id: Mapped[int] = belongs_to("organisation")


class Membership(Record, facts=NewMembership):
    """A person's place in an organisation."""

    __tablename__ = "membership"
    person_id: Mapped[int] = belongs_to("person")
    organisation_id: Mapped[int] = belongs_to("organisation")


class Relation(Record, facts=NewRelation):
    """A tie between two people."""

    __tablename__ = "relation"
    person_id: Mapped[int] = belongs_to("person")
    other_id: Mapped[int] = belongs_to("person")
