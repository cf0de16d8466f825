-- SPDX-License-Identifier: GPL-3.0-or-later
-- 50,000 customers with Traditional Chinese, Korean and Latin names.
CREATE TABLE silver.customers (
    customer_id bigint PRIMARY KEY,
    display_name text NOT NULL,
    email silver.email,
    country char(2) NOT NULL,
    language text NOT NULL,
    address silver.address,
    phone_numbers text[],
    birthday date,
    newsletter boolean,
    credit numeric(10, 2) NOT NULL DEFAULT 0,
    preferences jsonb NOT NULL DEFAULT '{}',
    last_address inet,
    token uuid NOT NULL,
    avatar bytea,
    created_at timestamptz NOT NULL,
    deleted_at timestamptz
);

INSERT INTO silver.customers
SELECT id,
       CASE
           WHEN country IN ('TW') THEN
               (ARRAY['陳','林','黃','張','李','王','吳','劉','蔡','楊','許','鄭','謝','郭','洪'])[1 + pick(id, 1, 15)]
               || (ARRAY['怡君','柏翰','淑芬','雅婷','志明','家豪','美玲','冠宇','欣怡','俊傑','宗翰','佳穎','詩涵','承恩','品妍','建宏'])[1 + pick(id, 2, 16)]
           WHEN country = 'KR' THEN
               (ARRAY['김','이','박','최','정','강','조','윤','장','임','한','오'])[1 + pick(id, 1, 12)]
               || (ARRAY['민준','서연','지훈','유진','하은','도윤','서준','지우','예은','현우','수빈','은지','태현','나연'])[1 + pick(id, 2, 14)]
           WHEN country = 'JP' THEN
               (ARRAY['佐藤','鈴木','高橋','田中','伊藤'])[1 + pick(id, 1, 5)]
               || ' ' || (ARRAY['陽菜','蓮','結衣','大翔','葵'])[1 + pick(id, 2, 5)]
           ELSE
               (ARRAY['Aoife','Mateo','Priya','Hannah','Tomás','Emma','Sofía','Lukas','Ingrid','Noah','Chloë','Rahul','Giulia','Søren','Zoë','João'])[1 + pick(id, 1, 16)]
               || ' ' || (ARRAY['Byrne','Rossi','Nair','Weiß','Silva','Olsen','O''Brien','Müller','García','Ångström','Patel','Conti','Nguyễn','Dąbrowski'])[1 + pick(id, 2, 14)]
       END,
       CASE WHEN pick(id, 3, 20) > 0 THEN 'user' || id || '@' ||
           (ARRAY['example.com','example.org','example.net','mail.example'])[1 + pick(id, 4, 4)] END,
       country,
       CASE country WHEN 'TW' THEN 'zh_TW' WHEN 'KR' THEN 'ko' WHEN 'JP' THEN 'ja' ELSE 'en' END,
       CASE WHEN pick(id, 5, 10) > 0 THEN ROW(
           CASE country
               WHEN 'TW' THEN (ARRAY['臺北市','新北市','臺中市','高雄市','臺南市'])[1 + pick(id, 6, 5)]
               WHEN 'KR' THEN (ARRAY['서울','부산','인천','대구'])[1 + pick(id, 6, 4)]
               ELSE (ARRAY['Dublin','Berlin','Roma','Oslo','Recife','Pune','New York'])[1 + pick(id, 6, 7)]
           END,
           lpad(pick(id, 7, 99999)::text, 5, '0'), 'No. ' || 1 + pick(id, 8, 300))::silver.address END,
       CASE pick(id, 9, 4) WHEN 0 THEN NULL
           WHEN 1 THEN ARRAY['+886-9' || lpad(pick(id, 10, 99999999)::text, 8, '0')]
           ELSE ARRAY['+82-10-' || pick(id, 10, 9999), '+49-30-' || pick(id, 11, 99999)] END,
       CASE WHEN pick(id, 12, 3) > 0 THEN date '1950-01-01' + pick(id, 13, 20000) END,
       CASE pick(id, 14, 3) WHEN 0 THEN true WHEN 1 THEN false END,
       (pick(id, 15, 50000) / 100.0)::numeric(10, 2),
       jsonb_build_object('theme', CASE WHEN pick(id, 16, 2) = 0 THEN 'dark' ELSE 'light' END,
           'sizes', jsonb_build_array(pick(id, 17, 12) + 34, pick(id, 18, 12) + 34),
           'marketing', jsonb_build_object('sms', pick(id, 19, 2) = 0, 'push', NULL)),
       ('10.' || pick(id, 20, 256) || '.' || pick(id, 21, 256) || '.' || pick(id, 22, 256))::inet,
       md5('customer ' || id)::uuid,
       CASE WHEN pick(id, 23, 50) = 0 THEN decode(md5(id::text), 'hex') END,
       date_trunc('month', now()) - interval '3 years' + pick(id, 24, 31000000) * interval '3 s',
       CASE WHEN pick(id, 25, 100) = 0 THEN date_trunc('month', now()) END
FROM (SELECT id, (ARRAY['TW','TW','TW','TW','KR','KR','KR','DE','IE','IT','NO','BR','IN','JP','US'])
          [1 + pick(id, 0, 15)]::char(2) AS country
        FROM generate_series(1, 500 * :scale) AS id) AS base;

ALTER TABLE silver.customers
    ADD FOREIGN KEY (country) REFERENCES silver.countries;
CREATE INDEX customers_country ON silver.customers (country, created_at);
CREATE UNIQUE INDEX customers_email ON silver.customers (lower(email)) WHERE deleted_at IS NULL;
CREATE INDEX customers_preferences ON silver.customers USING gin (preferences);
COMMENT ON TABLE silver.customers IS 'People who bought at least once; deleted ones keep their row';
COMMENT ON COLUMN silver.customers.credit IS 'Store credit in euro';
COMMENT ON COLUMN silver.customers.deleted_at IS 'Set when the customer asked to be forgotten';
