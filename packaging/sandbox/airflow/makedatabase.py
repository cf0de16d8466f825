# SPDX-License-Identifier: GPL-3.0-or-later
"""Run by Airflow's own Python: its tables, and for version 2 its users (roles and passwords come
as JSON over standard input)."""
import json
import sys

from airflow.utils import db

USERS = json.load(sys.stdin)

if sys.argv[1] == "3":
    db.upgradedb()
else:
    db.initdb(load_connections=False)
    from airflow.providers.fab.auth_manager.cli_commands.utils import get_application_builder

    with get_application_builder() as builder:
        security = builder.sm
        # The web server would make the roles only at its first start.
        security.sync_roles()
        for name, (role, word) in USERS.items():
            user = security.find_user(username=name)
            if user:
                security.reset_password(user.id, word)
            elif not security.add_user(name, name.title(), "Shop", f"{name}@shop.example",
                                       security.find_role(role), password=word):
                sys.exit(f"the user {name} could not be made")
