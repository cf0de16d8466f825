# SPDX-License-Identifier: GPL-3.0-or-later
# needs airflow.sdk:BaseHook
class MySqlSource:
    """Rows of a MySQL database."""

    @staticmethod
    def quoted(name):
        return "`" + name.replace("`", "``") + "`"

    @staticmethod
    def connect(conn_id):
        import pymysql

        to = BaseHook.get_connection(conn_id)
        return pymysql.connect(
            host=to.host,
            port=to.port or 3306,
            user=to.login,
            password=to.password or "",
            database=to.schema,
            program_name="airflow",
            cursorclass=pymysql.cursors.SSCursor,
        )
