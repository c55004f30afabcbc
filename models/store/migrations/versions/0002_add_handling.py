"""Add the log of sealed files: who took one in, viewed it or exported it."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the table; what was done before is not known."""
    op.create_table(
        "handling",
        sa.Column("attachment_id", sa.Integer(), nullable=False),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("worker", sa.Text(), nullable=False),
        sa.Column("handled_at", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["attachment_id"], ["attachment.id"], name=op.f("fk_handling_attachment_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handling")),
        sa.UniqueConstraint("uid", name=op.f("uq_handling_uid")),
    )
    op.create_index(op.f("ix_handling_attachment_id"), "handling", ["attachment_id"], unique=False)
