# SPDX-License-Identifier: GPL-3.0-or-later
# needs airflow.sdk:get_current_context
def rendered(text):
    """The text with its templates filled in, as operators do with theirs."""
    context = get_current_context()
    return context["task"].render_template(text, context)
