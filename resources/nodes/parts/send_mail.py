# SPDX-License-Identifier: GPL-3.0-or-later
# needs email.message:EmailMessage
# needs smtplib
# needs airflow.sdk:BaseHook
# needs part rendered
def send_mail(conn_id, to, subject, body, cc=()):
    """Sends a mail by the server of an SMTP connection."""
    by = BaseHook.get_connection(conn_id)
    extra = by.extra_dejson
    message = EmailMessage()
    message["From"] = extra.get("from_email") or by.login
    message["To"] = ", ".join(rendered(one) for one in to)
    if cc:
        message["Cc"] = ", ".join(rendered(one) for one in cc)
    message["Subject"] = " ".join(rendered(subject).split())
    text = rendered(body)
    message.set_content(text, subtype="html" if text.lstrip().startswith("<") else "plain")
    secure = smtplib.SMTP if extra.get("disable_ssl") else smtplib.SMTP_SSL
    with secure(
        by.host, by.port or (25 if extra.get("disable_ssl") else 465), timeout=30
    ) as server:
        if extra.get("disable_ssl") and not extra.get("disable_tls"):
            server.starttls()
        if by.login and by.password:
            server.login(by.login, by.password)
        server.send_message(message)
