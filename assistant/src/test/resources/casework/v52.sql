SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;
CREATE SCHEMA assistant;
SET default_tablespace = '';
SET default_table_access_method = heap;
CREATE TABLE assistant.account (
    id uuid NOT NULL,
    name text NOT NULL,
    display_name text NOT NULL,
    password_hash text NOT NULL,
    roles text[] NOT NULL,
    department text,
    failed integer DEFAULT 0 NOT NULL,
    locked_until timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    password_changed_at timestamp with time zone NOT NULL,
    disabled_at timestamp with time zone,
    password_change_due boolean DEFAULT false NOT NULL,
    subject text
);
CREATE TABLE assistant.api_key (
    id uuid NOT NULL,
    name text NOT NULL,
    key_hash bytea NOT NULL,
    hint text NOT NULL,
    scopes text[] NOT NULL,
    per_minute integer NOT NULL,
    created_by text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone,
    revoked_at timestamp with time zone,
    last_used_at timestamp with time zone
);
CREATE TABLE assistant.appeal_case (
    id uuid NOT NULL,
    number text NOT NULL,
    tracking_code text NOT NULL,
    channel text NOT NULL,
    external_number text,
    asked_at timestamp with time zone NOT NULL,
    received_at timestamp with time zone NOT NULL,
    region text,
    title text NOT NULL,
    content text NOT NULL,
    enterprise text,
    contact_name text,
    contact_phone text,
    contact_email text,
    content_salt text NOT NULL,
    version integer NOT NULL,
    head text NOT NULL,
    state text NOT NULL,
    category text,
    department text,
    department_id text,
    due date,
    due_provisional boolean DEFAULT false NOT NULL,
    answered_at timestamp with time zone,
    triage_at timestamp with time zone,
    triage_tries integer DEFAULT 0 NOT NULL,
    working_days integer,
    supporting text[] DEFAULT '{}'::text[] NOT NULL,
    merged_into uuid,
    urges integer DEFAULT 0 NOT NULL,
    supervised boolean DEFAULT false NOT NULL,
    review text DEFAULT 'none'::text NOT NULL,
    typical boolean DEFAULT false NOT NULL,
    erased_at timestamp with time zone,
    watch_on date
);
CREATE TABLE assistant.calendar_year (
    year integer NOT NULL,
    days jsonb NOT NULL,
    loaded_by text NOT NULL,
    loaded_at timestamp with time zone NOT NULL
);
CREATE TABLE assistant.case_event (
    id uuid NOT NULL,
    case_id uuid NOT NULL,
    seq integer NOT NULL,
    type text NOT NULL,
    actor text NOT NULL,
    actor_name text NOT NULL,
    at timestamp with time zone NOT NULL,
    reason text,
    based_on integer NOT NULL,
    body jsonb NOT NULL,
    previous_hash text NOT NULL,
    hash text NOT NULL,
    sealed jsonb,
    salt text
);
CREATE TABLE assistant.case_import (
    id uuid NOT NULL,
    header text[] NOT NULL,
    failed jsonb NOT NULL,
    imported_by text NOT NULL,
    expires_at timestamp with time zone NOT NULL
);
CREATE TABLE assistant.case_notice (
    id uuid NOT NULL,
    case_id uuid NOT NULL,
    kind text NOT NULL,
    key text NOT NULL,
    channel text NOT NULL,
    target text NOT NULL,
    subject text NOT NULL,
    data jsonb NOT NULL,
    created_at timestamp with time zone NOT NULL,
    next_at timestamp with time zone NOT NULL,
    tries integer DEFAULT 0 NOT NULL,
    last_error text,
    delivered_at timestamp with time zone
);
CREATE TABLE assistant.case_owner (
    case_id uuid NOT NULL,
    account text NOT NULL,
    since timestamp with time zone NOT NULL
);
CREATE TABLE assistant.casework_key (
    name text NOT NULL,
    value bytea NOT NULL,
    created_at timestamp with time zone NOT NULL
);
CREATE TABLE assistant.department (
    id text NOT NULL,
    name text NOT NULL,
    short_names text[] DEFAULT '{}'::text[] NOT NULL,
    former_names text[] DEFAULT '{}'::text[] NOT NULL,
    level text,
    region text,
    parent text,
    hotline text,
    duties jsonb DEFAULT '[]'::jsonb NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    successor text
);
CREATE TABLE assistant.department_change (
    id uuid NOT NULL,
    department_id text NOT NULL,
    kind text NOT NULL,
    from_name text,
    to_name text NOT NULL,
    changed_by text NOT NULL,
    changed_at timestamp with time zone NOT NULL
);
CREATE TABLE assistant.flyway_schema_history (
    installed_rank integer NOT NULL,
    version character varying(50),
    description character varying(200) NOT NULL,
    type character varying(20) NOT NULL,
    script character varying(1000) NOT NULL,
    checksum integer,
    installed_by character varying(100) NOT NULL,
    installed_on timestamp without time zone DEFAULT now() NOT NULL,
    execution_time integer NOT NULL,
    success boolean NOT NULL
);
CREATE TABLE assistant.idempotency_key (
    scope text NOT NULL,
    key text NOT NULL,
    digest text NOT NULL,
    case_id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL
);
CREATE TABLE assistant.past_reply (
    id uuid NOT NULL,
    source text NOT NULL,
    number text NOT NULL,
    department text,
    category text,
    title text NOT NULL,
    question text NOT NULL,
    reply text NOT NULL,
    answered_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL
);
CREATE TABLE assistant.personal_read (
    id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    actor text NOT NULL,
    actor_name text NOT NULL,
    case_id uuid NOT NULL,
    what text NOT NULL
);
CREATE TABLE assistant.question (
    id uuid NOT NULL,
    conversation_id uuid NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    question text NOT NULL,
    standalone text NOT NULL,
    region text,
    as_of date NOT NULL,
    include_expired boolean NOT NULL,
    outcome text NOT NULL,
    mode text,
    reason text,
    answer text NOT NULL,
    policies uuid[] DEFAULT '{}'::uuid[] NOT NULL,
    citations jsonb DEFAULT '[]'::jsonb NOT NULL,
    prompt_id text,
    prompt_hash text,
    model text,
    took_millis bigint NOT NULL
);
CREATE TABLE assistant.rate_window (
    key text NOT NULL,
    window_start timestamp with time zone NOT NULL,
    given integer NOT NULL
);
CREATE TABLE assistant.session (
    token_hash bytea NOT NULL,
    account_id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL
);
CREATE TABLE assistant.triage_history (
    model_id uuid NOT NULL,
    ordinal integer NOT NULL,
    external_id text,
    title text NOT NULL
);
CREATE TABLE assistant.triage_job (
    id uuid NOT NULL,
    state text NOT NULL,
    model_id uuid,
    stage text NOT NULL,
    message text,
    started_by text NOT NULL,
    started_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone,
    heartbeat timestamp with time zone NOT NULL,
    report jsonb
);
CREATE TABLE assistant.triage_model (
    id uuid NOT NULL,
    format integer NOT NULL,
    content bytea NOT NULL,
    figures jsonb NOT NULL,
    hubs text[] DEFAULT '{}'::text[] NOT NULL,
    created_by text NOT NULL,
    created_at timestamp with time zone NOT NULL
);
CREATE TABLE assistant.triage_promotion (
    id uuid NOT NULL,
    model_id uuid,
    decided_by text NOT NULL,
    decided_at timestamp with time zone NOT NULL,
    kind text DEFAULT 'promotion'::text NOT NULL,
    reason text,
    before_id uuid
);
CREATE TABLE assistant.triage_recent (
    case_id uuid NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    vector bytea NOT NULL,
    sketch bytea NOT NULL,
    model text NOT NULL,
    keys bigint[] DEFAULT '{}'::bigint[] NOT NULL
);
INSERT INTO assistant.appeal_case VALUES ('01a22df2-6a54-70d6-800f-615ef1cc63c4', 'ZT20261201-2BJQYB', 'CSGWCQB7DTNH', 'widget', 'DEMO-001', '2026-09-03 01:00:00+00', '2026-11-30 19:33:11.380517+00', '990100', '招应届生有补贴吗', '我公司今年招了四名刚毕业的大学生，都签了两年合同，请问能申请什么补贴，每人多少钱？', NULL, NULL, NULL, NULL, 'C3TDSJ6892WQXCJX4EG747T44C', 8, '426effc74dcb3cdfdc0b2e0833add29f061a7b780248214cb6fbd61a1958f3d6', 'awaiting_follow_up', 'consultation', '澜州市人力资源和社会保障局', 'l-rsj', '2026-09-07', false, '2026-09-13 05:00:00+00', NULL, 0, 2, '{}', NULL, 0, false, 'open', false, NULL, NULL);
INSERT INTO assistant.appeal_case VALUES ('01a22df3-3c01-7baf-9e0a-b147d5e269d8', 'ZT20261201-GN8DWT', 'D9HM9B4H9B8M', 'hotline', 'DEMO-002', '2026-09-03 02:07:00+00', '2026-11-30 19:34:05.057815+00', '990200', '货车通行费没有打折', '公司十二台货车都办了电子收费卡，走市内高速仍按全价扣费，要求核查并退还多收的部分。', NULL, NULL, NULL, NULL, 'WVX2H65RECYZ4QVP7H4YX67QDH', 7, '573bcc5911cdcae05e2b2f38f37318a2edba07bb448978d1b29fef7fd2cdf33a', 'closed', 'demand', '望川市交通运输局', 'w-jtj', '2026-09-17', false, '2026-09-12 06:07:00+00', NULL, 0, 10, '{}', NULL, 0, false, 'none', false, NULL, NULL);
INSERT INTO assistant.appeal_case VALUES ('01a22df3-7119-7e07-93de-bf7c4901c60a', 'ZT20261201-M59S58', '7VXSHK5JT66Z', 'widget', 'DEMO-003', '2026-09-04 03:14:00+00', '2026-11-30 19:34:18.649961+00', '990100', '数字化改造补助怎么申报', '我们是做注塑的小厂，去年上了一套生产管理软件花了三十六万，想问省里的改造补助什么时候申报，要准备哪些材料。', NULL, NULL, NULL, NULL, '6MT3X5CZFW9EBWPM9M372WQ597', 6, 'a970736852f2902de4763f032be3cc6b047c49513795c94c90e15f1e99408254', 'answered', 'consultation', '云泽省工业和信息化厅', 'p-gxt', '2026-09-08', false, '2026-09-05 07:14:00+00', NULL, 0, 2, '{}', NULL, 0, false, 'none', false, NULL, NULL);
INSERT INTO assistant.appeal_case VALUES ('01a22df3-99d4-7162-a657-9c30bc811ed2', 'ZT20261201-MJRC4A', 'Z46ACC9JSS25', 'api', 'DEMO-004', '2026-09-04 04:21:00+00', '2026-11-30 19:34:29.076171+00', '990100', '机械厂拖欠我司货款', '澜州一家国有机械厂欠我司配件款二十八万元已经一年，多次催要都说没钱，请求协调清偿。', NULL, NULL, NULL, NULL, 'RNBGQTCCV7R6SNYWKSHZ3JBHC7', 7, '3b07f2f2ae6801a7f8d761518abecf711e5abf6fc106fb4cc7d88505c9e96d58', 'closed', 'demand', '澜州市工业和信息化局', 'l-gxj', '2026-09-18', false, '2026-09-13 08:21:00+00', NULL, 0, 10, '{云泽省工业和信息化厅,p-gxt}', NULL, 0, false, 'none', false, NULL, NULL);
INSERT INTO assistant.appeal_case VALUES ('01a22df3-c353-7b4f-b5bd-b3e5c5f27a64', 'ZT20261201-PPJVEP', '4VA2JQTEPQ6Q', 'widget', 'DEMO-005', '2026-09-05 05:28:00+00', '2026-11-30 19:34:39.700094+00', '990200', '希望平台能记住企业信息', '每次在云企直通填报都要重新输入营业执照信息，建议平台自动带出已经提交过的资料。', NULL, NULL, NULL, NULL, '37RXDTGG898SBH9JDEK5XZXPST', 7, '104a74d9c7df3306fa2e8d8482693f17625575b45c70ff5e011f8677a0a45bbe', 'closed', 'suggestion', '云泽省数据管理局', 'p-sjglj', '2026-09-11', false, '2026-09-09 09:28:00+00', NULL, 0, 5, '{}', NULL, 0, false, 'none', false, NULL, NULL);
INSERT INTO assistant.appeal_case VALUES ('01a22df3-f24a-72e3-aaed-627631d46a71', 'ZT20261201-DNCAHR', 'SKY56TA2FFQS', 'hotline', 'DEMO-006', '2026-09-05 06:35:00+00', '2026-11-30 19:34:51.72226+00', '990100', '公司注销要多久', '公司一直没有经营，没有债务，想走简易注销，请问公示期多少天，去哪里办？', NULL, NULL, NULL, NULL, 'AD2ZTK8ESKX75F2EGK3ZDPCYVC', 6, 'a0dc9f3ecaeb0c23d97d3aecdfbded897490b637b801e35d54e54c71cfbc20a9', 'answered', 'consultation', '澜州市市场监督管理局', 'l-sjj', '2026-09-08', false, '2026-09-06 10:35:00+00', NULL, 0, 2, '{云泽省市场监督管理局,p-sjj}', NULL, 0, false, 'none', false, NULL, NULL);
INSERT INTO assistant.appeal_case VALUES ('01a22df4-115e-7881-953a-46e264e1c0ac', 'ZT20261201-KEJW92', 'MZ88APD3PFM3', 'widget', 'DEMO-007', '2026-09-06 07:42:00+00', '2026-11-30 19:34:59.678619+00', '990121', '园区厂房租金补贴条件', '准备租青屿县工业园区标准厂房做海产品加工，请问租金补贴有什么条件，补几年？', NULL, NULL, NULL, NULL, 'QSCV8JXYD2T5QYAS5KTDRHM7NP', 10, 'e31d13a18801fc46736499848b80de5d4cb483f54a47de01265e9fe1b99359b3', 'closed', 'consultation', '青屿县人民政府', 'q-zf', '2026-09-08', false, '2026-09-07 11:42:00+00', NULL, 0, 2, '{}', NULL, 1, true, 'none', false, NULL, NULL);
INSERT INTO assistant.appeal_case VALUES ('01a22df4-3d88-7848-bde9-48a32c905eee', 'ZT20261201-7TF5JR', '3BASCMQ43VNR', 'hotline', 'DEMO-008', '2026-09-06 08:49:00+00', '2026-11-30 19:35:10.984609+00', '990100', '隔壁喷漆厂气味太大', '我公司是食品包装企业，隔壁喷漆作业气味很重，影响产品质量，反映多次没有改善，请求查处。', NULL, NULL, NULL, NULL, 'RCD3GDP9A8CAYS2MGSSFYHZ2DN', 7, '487164f4788a6e32a7f733c02b32f8bc63345ad27024d873d8b7b78787f9c801', 'closed', 'demand', '澜州市生态环境局', 'l-hbj', '2026-09-18', false, '2026-09-15 12:49:00+00', NULL, 0, 10, '{}', NULL, 0, false, 'none', false, NULL, NULL);
INSERT INTO assistant.appeal_case VALUES ('01a22dfb-3946-720e-99d6-9a834b41051b', 'ZT20261201-XSFPXY', 'B6D8Q7PWN6N4', 'api', NULL, '2026-11-30 19:42:48.646097+00', '2026-11-30 19:42:48.64617+00', '990100', '旧版重复件', '请问占道经营许可怎么办理，需要几天时间。', NULL, NULL, NULL, NULL, 'WKGFF5SPHR66YJ4PKHM9FXEDDS', 7, '96cfef4699e50ff0a25d0c880e1c71234aabffd6e363262ca8bdd30fae33c855', 'awaiting_dispatch', 'consultation', '澜州市城市管理局', 'l-cgj', '2026-12-03', false, NULL, NULL, 0, 2, '{澜州市商务局,l-swj}', NULL, 0, false, 'none', false, NULL, '2026-12-02');
INSERT INTO assistant.appeal_case VALUES ('01a22dfb-6362-7d36-a2c7-5bc125216bec', 'ZT20261201-BKRHEY', '4PSY6NN3GCTW', 'widget', 'DEMO-032', '2026-09-18 08:37:00+00', '2026-11-30 19:42:59.427658+00', '990100', '技能培训补贴标准', '我们厂想组织高级工培训，请问补贴多少钱一个人，要不要提前备案？', NULL, NULL, NULL, NULL, 'VTE3WY8M2PMJR32KWA23XHW7Q7', 9, 'f0246c40ceee1639dc4afe6ad4a375d097c01cf444d58592187f3548f11d92cc', 'answered', 'consultation', '澜州市人力资源和社会保障局', 'l-rsj', '2026-09-21', false, '2026-09-19 12:37:00+00', NULL, 0, 2, '{}', NULL, 1, true, 'none', false, NULL, NULL);
INSERT INTO assistant.appeal_case VALUES ('01a22dfb-34be-7cd5-bc01-0654af056ee5', 'ZT20261201-Q9MHDY', '7QKD2MVN4RHT', 'api', NULL, '2026-11-30 19:42:47.451207+00', '2026-11-30 19:42:47.452216+00', '990100', '旧版主办件', '请问占道经营许可怎么办理？', NULL, NULL, NULL, NULL, 'MAINCASEOFTHEVERSIONBEFORE', 8, 'af8b163b9f9ca6ad9371fe67e6d2b490d406badc6afdfc3c86c9fb1d0330e52e', 'answered', 'consultation', '澜州市城市管理局', 'l-cgj', '2026-12-03', false, '2026-11-30 19:42:54.459279+00', NULL, 0, 2, '{}', NULL, 0, false, 'none', false, NULL, NULL);
INSERT INTO assistant.case_event VALUES ('01a22df2-6b13-7363-99da-95af35f73654', '01a22df2-6a54-70d6-800f-615ef1cc63c4', 1, 'received', 'system', '系统接口', '2026-11-30 19:33:11.571576+00', NULL, 0, '{"channel": "widget", "contentDigest": "6c63ee9c160590fe82f901aa8a87d50713ec06966e500e13e818c5c939717cfc"}', '0000000000000000000000000000000000000000000000000000000000000000', 'e47b74794a378008f11205dfce5f7e9be765d1163a8fc606841213aa62a0c173', NULL, NULL);
INSERT INTO assistant.case_event VALUES ('01a22df2-a288-7c67-bebd-3469a2a0eb96', '01a22df2-6a54-70d6-800f-615ef1cc63c4', 2, 'suggested', 'system', '系统', '2026-11-30 19:33:25.768989+00', NULL, 1, '{"flags": [], "sealed": "061c3fe132cd22e57453f0e40a9c0591ab0515fa10bfe8c6d6778a294f38ea0b", "related": [], "category": {"code": "consultation", "label": "咨询", "confidence": 0.9681}, "deadline": {"due": "2026-09-07", "provisional": false, "workingDays": 2}, "abstained": false, "sensitive": [], "duplicates": [], "supporting": [{"id": "l-rsj", "name": "澜州市人力资源和社会保障局", "reasons": [{"kind": "duty", "text": "职责：高校毕业生就业和见习补贴", "citation": null}], "confidence": 0.2543}], "departments": [{"id": "p-rst", "name": "云泽省人力资源和社会保障厅", "reasons": [{"kind": "clause", "text": "《云泽省人民政府关于支持中小企业数字化转型的若干措施》 三、(五) 的责任单位列有省人社厅", "citation": "/policies/01a22df1-a7d9-7942-a94e-c0efa754415e?clause=%E4%B8%89%E3%80%81%28%E4%BA%94%29&start=544&end=555"}], "confidence": 0.5115}, {"id": "l-rsj", "name": "澜州市人力资源和社会保障局", "reasons": [{"kind": "duty", "text": "职责：高校毕业生就业和见习补贴", "citation": null}], "confidence": 0.2543}, {"id": "p-gxt", "name": "云泽省工业和信息化厅", "reasons": [{"kind": "clause", "text": "《云泽省人民政府关于支持中小企业数字化转型的若干措施》 二、(三) 的责任单位列有省工信厅", "citation": "/policies/01a22df1-a7d9-7942-a94e-c0efa754415e?clause=%E4%BA%8C%E3%80%81%28%E4%B8%89%29&start=378&end=395"}], "confidence": 0.0605}, {"id": "p-sjglj", "name": "云泽省数据管理局", "reasons": [{"kind": "clause", "text": "《云泽省人民政府关于支持中小企业数字化转型的若干措施》 二、(三) 的责任单位列有省数据管理局", "citation": "/policies/01a22df1-a7d9-7942-a94e-c0efa754415e?clause=%E4%BA%8C%E3%80%81%28%E4%B8%89%29&start=378&end=395"}], "confidence": 0.0605}, {"id": "p-gsl", "name": "云泽省工商业联合会", "reasons": [{"kind": "clause", "text": "《云泽省司法厅云泽省工商业联合会关于开展民营企业法律服务的意见》 二 的责任单位列有省工商联", "citation": "/policies/01a22df1-a132-753d-9b7f-b8666ccf9d69?clause=%E4%BA%8C&start=177&end=193"}], "confidence": 0.0125}, {"id": "p-sft", "name": "云泽省司法厅", "reasons": [{"kind": "clause", "text": "《云泽省司法厅云泽省工商业联合会关于开展民营企业法律服务的意见》 二 的责任单位列有省司法厅", "citation": "/policies/01a22df1-a132-753d-9b7f-b8666ccf9d69?clause=%E4%BA%8C&start=177&end=193"}], "confidence": 0.0125}, {"id": "l-zjj", "name": "澜州市住房和城乡建设局", "reasons": [], "confidence": 0.0086}, {"id": "l-swj", "name": "澜州市商务局", "reasons": [], "confidence": 0.0085}, {"id": "p-czt", "name": "云泽省财政厅", "reasons": [], "confidence": 0.0064}, {"id": "l-jrb", "name": "澜州市金融工作办公室", "reasons": [], "confidence": 0.0056}], "modelVersion": "day-one-1", "reviewReasons": [], "reporterProtected": false}', 'e47b74794a378008f11205dfce5f7e9be765d1163a8fc606841213aa62a0c173', '50669227d9c27fd3b23abc2958d2cbf50b5dd3089b2a896b4e957789aad25cae', '{"matters": []}', 'DGRGCFPTBWYAQCA9MHRC4H2ECK');
INSERT INTO assistant.case_event VALUES ('01a22df2-caa8-7eba-8180-4b19cf2feb0a', '01a22df2-6a54-70d6-800f-615ef1cc63c4', 3, 'change', 'system', '系统接口', '2026-11-30 19:33:36.041107+00', NULL, 2, '{"sealed": "470fbb43e56c53bfafa4f8e333063d4363e1c877bc6091e5b3ed322fa6431628", "category": "consultation", "suggested": {"seq": 2, "rank": 2, "category": "consultation", "abstained": false, "department": "云泽省人力资源和社会保障厅", "modelVersion": "day-one-1", "categoryRight": true, "categoryConfidence": 0.9681, "departmentConfidence": 0.5115}, "department": {"id": "l-rsj", "name": "澜州市人力资源和社会保障局"}, "occurredAt": "2026-09-04T01:00:00Z", "supporting": [], "supportingIds": []}', '50669227d9c27fd3b23abc2958d2cbf50b5dd3089b2a896b4e957789aad25cae', 'a07a591c55112c9053d2bacfe8079694f95f6bf01e1c6d72bade89a4011e6a7f', '{"reason": "按职责分工和来件内容改定"}', 'B383YG8CP6PJQJCMJTR8H4V3ME');
INSERT INTO assistant.case_event VALUES ('01a22df2-d6bc-7f20-8078-d69c179c5322', '01a22df2-6a54-70d6-800f-615ef1cc63c4', 4, 'dispatch', 'system', '系统接口', '2026-11-30 19:33:39.133142+00', NULL, 3, '{"occurredAt": "2026-09-04T02:00:00Z"}', 'a07a591c55112c9053d2bacfe8079694f95f6bf01e1c6d72bade89a4011e6a7f', '13dcb36e558dfc041eddcaa9932708ecd75f92059d33df87987725b2b90db055', NULL, NULL);
INSERT INTO assistant.case_event VALUES ('01a22df2-e25b-711d-989b-f9f7b6c68711', '01a22df2-6a54-70d6-800f-615ef1cc63c4', 5, 'start', 'system', '系统接口', '2026-11-30 19:33:42.107242+00', NULL, 4, '{"occurredAt": "2026-09-04T04:00:00Z"}', '13dcb36e558dfc041eddcaa9932708ecd75f92059d33df87987725b2b90db055', '1aac18c673ccf90761f867c31bfe993fb3d63d010b1f32db181dda296470c7df', NULL, NULL);
INSERT INTO assistant.case_event VALUES ('01a22df3-2245-74d6-8168-2cdec9c03a31', '01a22df2-6a54-70d6-800f-615ef1cc63c4', 6, 'drafted', 'system', '系统接口', '2026-11-30 19:33:58.494542+00', NULL, 5, '{"mode": null, "checks": [{"ok": false, "kind": "citations", "message": "没有检索到可引用的政策依据，请补充依据。"}, {"ok": true, "kind": "in_force", "message": "所引政策均现行有效。"}, {"ok": false, "kind": "matters", "message": "来件的 1 个事项中有 1 个没有找到依据，已列出并留空，请逐项填写。"}, {"ok": true, "kind": "precedents", "message": "没有参照往复的段落。"}, {"ok": false, "kind": "gaps", "message": "还有 1 处待填写，填写后才能发出。"}, {"ok": true, "kind": "personal_data", "message": "没有发现手机号、身份证号等个人信息。"}, {"ok": true, "kind": "tone", "message": "用语得当。"}, {"ok": true, "kind": "form", "message": "格式完整。"}], "sealed": "e9dddb1c59c83f41996673b3fc64b7a4ced88f569b2d73bead21d67145600222", "citations": [], "occurredAt": "2026-09-13T04:30:00Z", "precedents": []}', '1aac18c673ccf90761f867c31bfe993fb3d63d010b1f32db181dda296470c7df', '41d42d6abb02fc1f683f8f5c549edbff24347ae8c15f9d855fafd2c0a787340e', '{"text": "您好：\n您关于“招应届生有补贴吗”的来件（编号：ZT20261201-2BJQYB）收悉。经研究，现答复如下：\n关于您咨询的“招应届生有补贴吗。我公司今年招了四名刚毕业的大学生，都签了两年合同，请问能申请什……”，【答复内容：未检索到可引用的现行政策，请填写答复及依据】\n感谢您的来件和对我们工作的支持。如有疑问，请拨打 0999-22345602 联系我们。\n澜州市人力资源和社会保障局\n2026年9月13日", "blocks": [{"gap": false, "kind": "salutation", "text": "您好：", "markers": [], "precedent": false}, {"gap": false, "kind": "opening", "text": "您关于“招应届生有补贴吗”的来件（编号：ZT20261201-2BJQYB）收悉。经研究，现答复如下：", "markers": [], "precedent": false}, {"gap": true, "kind": "content", "text": "关于您咨询的“招应届生有补贴吗。我公司今年招了四名刚毕业的大学生，都签了两年合同，请问能申请什……”，【答复内容：未检索到可引用的现行政策，请填写答复及依据】", "markers": [], "precedent": false}, {"gap": false, "kind": "thanks", "text": "感谢您的来件和对我们工作的支持。如有疑问，请拨打 0999-22345602 联系我们。", "markers": [], "precedent": false}, {"gap": false, "kind": "signature", "text": "澜州市人力资源和社会保障局", "markers": [], "precedent": false}, {"gap": false, "kind": "date", "text": "2026年9月13日", "markers": [], "precedent": false}], "matters": [{"text": "招应届生有补贴吗。我公司今年招了四名刚毕业的大学生，都签了两年合同，请问能申请什……", "basis": "none"}]}', 'ZND8WMPCXMPJ96WPJGKHP9B77D');
INSERT INTO assistant.case_event VALUES ('01a22df3-2bd8-708c-aafd-5d4acc340818', '01a22df2-6a54-70d6-800f-615ef1cc63c4', 7, 'reply', 'system', '系统接口', '2026-11-30 19:34:00.920086+00', NULL, 6, '{"sealed": "34564a91aab04c331a83f71076b9b75264ca5a3414e98e0197f2c87e2e11bfe1", "changes": [{"n": 107, "op": "keep"}, {"n": 18, "op": "delete"}, {"n": 3, "op": "insert"}, {"n": 1, "op": "keep"}, {"n": 9, "op": "delete"}, {"n": 23, "op": "insert"}, {"n": 70, "op": "keep"}], "draftSeq": 6, "editShare": 0.137, "occurredAt": "2026-09-13T05:00:00Z", "editDistance": 53, "draftUnchanged": false}', '41d42d6abb02fc1f683f8f5c549edbff24347ae8c15f9d855fafd2c0a787340e', 'bea4e441635e5a2af6ecec4c675bea726ffb1347225ccc43f0b4013621f8d28b', '{"text": "您好：\n您关于“招应届生有补贴吗”的来件（编号：ZT20261201-2BJQYB）收悉。经研究，现答复如下：\n关于您咨询的“招应届生有补贴吗。我公司今年招了四名刚毕业的大学生，都签了两年合同，请问能申请什……”，经核实，已将办理条件、标准和途径电话告知您单位联系人。\n感谢您的来件和对我们工作的支持。如有疑问，请拨打 0999-22345602 联系我们。\n澜州市人力资源和社会保障局\n2026年9月13日"}', 'PE78HRC67RGDS9GTS8PVTTGJ3P');
INSERT INTO assistant.case_event VALUES ('01a22df3-363b-7839-9d02-44f7911f0bba', '01a22df2-6a54-70d6-800f-615ef1cc63c4', 8, 'rate', 'system', '系统接口', '2026-11-30 19:34:03.579563+00', NULL, 7, '{"label": "不满意", "score": 2, "occurredAt": "2026-09-14T05:00:00Z"}', 'bea4e441635e5a2af6ecec4c675bea726ffb1347225ccc43f0b4013621f8d28b', '426effc74dcb3cdfdc0b2e0833add29f061a7b780248214cb6fbd61a1958f3d6', NULL, NULL);
INSERT INTO assistant.case_event VALUES ('01a22df3-3c32-70b5-bdee-39fdd4f0ab1d', '01a22df3-3c01-7baf-9e0a-b147d5e269d8', 1, 'received', 'system', '系统接口', '2026-11-30 19:34:05.106088+00', NULL, 0, '{"channel": "hotline", "contentDigest": "6292b69422b366be2ccb041668777f461bb3efe73b848d027e2a75b7a9d29ad5"}', '0000000000000000000000000000000000000000000000000000000000000000', '474e770cbee5e0ec9ce022eb22790458a53572d0ad9e8a4a6221ceed5cb67a4c', NULL, NULL);
INSERT INTO assistant.case_event VALUES ('01a22df3-d780-785c-8f18-5732ed2370d0', '01a22df3-c353-7b4f-b5bd-b3e5c5f27a64', 4, 'dispatch', 'system', '系统接口', '2026-11-30 19:34:44.864591+00', NULL, 3, '{"occurredAt": "2026-09-06T06:28:00Z"}', 'd9d30e684ceec09e019a569cc9ec4baccf847902688eae392c53eec0d0e4bcb9', '717639148c205ed973122bcaa296820cdc6219e9b4776231e4888fc663430b46', NULL, NULL);
INSERT INTO assistant.case_event VALUES ('01a22df3-dd94-710a-ae7f-fa1322c8b03d', '01a22df3-c353-7b4f-b5bd-b3e5c5f27a64', 5, 'start', 'system', '系统接口', '2026-11-30 19:34:46.42015+00', NULL, 4, '{"occurredAt": "2026-09-06T08:28:00Z"}', '717639148c205ed973122bcaa296820cdc6219e9b4776231e4888fc663430b46', '952389e22fd3bfbec2ccccab937d12a49558d29ce7e71ccc4efd938d71348580', NULL, NULL);
INSERT INTO assistant.case_event VALUES ('01a22df3-411a-7163-92bc-799bc4016c5f', '01a22df3-3c01-7baf-9e0a-b147d5e269d8', 2, 'suggested', 'system', '系统', '2026-11-30 19:34:06.36214+00', NULL, 1, '{"flags": [], "sealed": "630878653653abdbefcf756f95eeed785bdaff977419b8874324084dc3e43e7f", "related": [], "category": {"code": "demand", "label": "诉求", "confidence": 0.9101}, "deadline": {"due": "2026-09-17", "provisional": false, "workingDays": 10}, "abstained": false, "sensitive": [], "duplicates": [], "supporting": [], "departments": [{"id": "w-jtj", "name": "望川市交通运输局", "reasons": [{"kind": "duty", "text": "职责：营运货车通行优惠", "citation": null}], "confidence": 0.9559}, {"id": "p-jtt", "name": "云泽省交通运输厅", "reasons": [{"kind": "duty", "text": "职责：高速公路通行费", "citation": null}], "confidence": 0.0299}, {"id": "p-sjglj", "name": "云泽省数据管理局", "reasons": [{"kind": "duty", "text": "职责：电子证照和电子印章", "citation": null}], "confidence": 0.0078}, {"id": "p-gat", "name": "云泽省公安厅", "reasons": [{"kind": "duty", "text": "职责：危险化学品道路运输的通行许可", "citation": null}], "confidence": 0.0016}, {"id": "w-sjj", "name": "望川市市场监督管理局", "reasons": [{"kind": "duty", "text": "职责：市内企业登记", "citation": null}], "confidence": 0.001}, {"id": "w-kjj", "name": "望川市科学技术局", "reasons": [{"kind": "duty", "text": "职责：市内高新技术企业奖励", "citation": null}], "confidence": 0.00090}, {"id": "w-rsj", "name": "望川市人力资源和社会保障局", "reasons": [{"kind": "duty", "text": "职责：市内就业补贴和人才购房补贴", "citation": null}], "confidence": 0.00070}, {"id": "p-czt", "name": "云泽省财政厅", "reasons": [], "confidence": 0.00020}, {"id": "p-sjj", "name": "云泽省市场监督管理局", "reasons": [], "confidence": 0.00020}, {"id": "p-xnb", "name": "云泽省机关效能建设领导小组办公室", "reasons": [], "confidence": 0.00020}], "modelVersion": "day-one-1", "reviewReasons": [], "reporterProtected": false}', '474e770cbee5e0ec9ce022eb22790458a53572d0ad9e8a4a6221ceed5cb67a4c', '3dcd5a8a086a0800f6fbd013cd8a52e545bbd1f921b43350b93ea6a05119d0db', '{"matters": []}', '5MK3HBXRXR559BEFTEME2G44N6');
INSERT INTO assistant.case_event VALUES ('01a22df3-4afb-7b53-a07b-8b9a47e5f526', '01a22df3-3c01-7baf-9e0a-b147d5e269d8', 3, 'accept_suggestion', 'system', '系统接口', '2026-11-30 19:34:08.89189+00', NULL, 2, '{"category": "demand", "suggested": {"seq": 2, "rank": 1, "category": "demand", "abstained": false, "department": "望川市交通运输局", "modelVersion": "day-one-1", "categoryRight": true, "categoryConfidence": 0.9101, "departmentConfidence": 0.9559}, "department": {"id": "w-jtj", "name": "望川市交通运输局"}, "occurredAt": "2026-09-04T02:07:00Z", "supporting": [], "supportingIds": []}', '3dcd5a8a086a0800f6fbd013cd8a52e545bbd1f921b43350b93ea6a05119d0db', '724639de1375eee63dc71618320f7123f6adf351f3f03c78a5be9dff526427e1', NULL, NULL);
INSERT INTO assistant.case_event VALUES ('01a22df3-532b-73d5-b10c-2960db5de383', '01a22df3-3c01-7baf-9e0a-b147d5e269d8', 4, 'dispatch', 'system', '系统接口', '2026-11-30 19:34:11.0087+00', NULL, 3, '{"occurredAt": "2026-09-04T03:07:00Z"}', '724639de1375eee63dc71618320f7123f6adf351f3f03c78a5be9dff526427e1', 'ac81e99661b3966c95e4dc7343266eda8b3f2d99256d346b6f28fc801858f09c', NULL, NULL);
INSERT INTO assistant.case_event VALUES ('01a22df3-5b5f-77bb-94bd-8a3ae9208b8b', '01a22df3-3c01-7baf-9e0a-b147d5e269d8', 5, 'start', 'system', '系统接口', '2026-11-30 19:34:13.087637+00', NULL, 4, '{"occurredAt": "2026-09-04T05:07:00Z"}', 'ac81e99661b3966c95e4dc7343266eda8b3f2d99256d346b6f28fc801858f09c', '212da41c982d5b520dbd536da9904eea7fe05e7d01b5bf18e0059112c7573fc7', NULL, NULL);
INSERT INTO assistant.case_event VALUES ('01a22df3-64ab-7282-aff5-ff78866877aa', '01a22df3-3c01-7baf-9e0a-b147d5e269d8', 6, 'reply', 'system', '系统接口', '2026-11-30 19:34:15.493559+00', NULL, 5, '{"sealed": "600cf7f009419b2204eee3ad8ecf980bf1c4a430389f114a9fdc961a9cc76577", "occurredAt": "2026-09-12T06:07:00Z"}', '212da41c982d5b520dbd536da9904eea7fe05e7d01b5bf18e0059112c7573fc7', '3f95edde61c4ea05eec6454d5f76e604cb35141046ef09d598577fc99501c74e', '{"text": "您好，您反映的“货车通行费没有打折”已收悉。经望川市交通运输局核实，已与相关单位协调处理，处理情况已当面向您单位说明。感谢您对我们工作的支持。"}', 'RJNDQTPPT94BPMRDWMX2DWQFD2');
INSERT INTO assistant.case_event VALUES ('01a22df3-6ce3-7c60-8bdf-48502fbe4cdf', '01a22df3-3c01-7baf-9e0a-b147d5e269d8', 7, 'rate', 'system', '系统接口', '2026-11-30 19:34:17.57198+00', NULL, 6, '{"label": "很满意", "score": 5, "occurredAt": "2026-09-13T06:07:00Z"}', '3f95edde61c4ea05eec6454d5f76e604cb35141046ef09d598577fc99501c74e', '573bcc5911cdcae05e2b2f38f37318a2edba07bb448978d1b29fef7fd2cdf33a', NULL, NULL);
INSERT INTO assistant.case_event VALUES ('01a22df3-711a-77f5-9a0c-74ede1798699', '01a22df3-7119-7e07-93de-bf7c4901c60a', 1, 'received', 'system', '系统接口', '2026-11-30 19:34:18.650511+00', NULL, 0, '{"channel": "widget", "contentDigest": "f10b3932fcd379653fb0c40bcacf9c766297db631db6ea53c29cca54ab117f7f"}', '0000000000000000000000000000000000000000000000000000000000000000', '43f92e56b850b666eeab96b28f63b23930b250c5d1d15f3c2662368cb69b2020', NULL, NULL);
INSERT INTO assistant.case_event VALUES ('01a22df3-7586-70cf-951a-5265593ad909', '01a22df3-7119-7e07-93de-bf7c4901c60a', 2, 'suggested', 'system', '系统', '2026-11-30 19:34:19.782303+00', NULL, 1, '{"flags": [], "sealed": "4158755bfb8761c49609f5daa757a9007b0f0a57bc5b122025694113bd76be4b", "related": [], "category": {"code": "consultation", "label": "咨询", "confidence": 0.6104}, "deadline": {"due": "2026-09-08", "provisional": false, "workingDays": 2}, "abstained": false, "sensitive": [], "duplicates": [], "supporting": [], "departments": [{"id": "p-gxt", "name": "云泽省工业和信息化厅", "reasons": [{"kind": "duty", "text": "职责：企业技术改造和数字化改造补助", "citation": null}], "confidence": 0.7257}, {"id": "p-czt", "name": "云泽省财政厅", "reasons": [{"kind": "clause", "text": "《云泽省人民政府关于支持中小企业数字化转型的若干措施》 一、(一) 的责任单位列有省财政厅", "citation": "/policies/01a22df1-a7d9-7942-a94e-c0efa754415e?clause=%E4%B8%80%E3%80%81%28%E4%B8%80%29&start=223&end=239"}], "confidence": 0.2104}, {"id": "l-swj", "name": "澜州市商务局", "reasons": [{"kind": "duty", "text": "职责：外贸企业参展补助申报", "citation": null}], "confidence": 0.0563}, {"id": "l-gxj", "name": "澜州市工业和信息化局", "reasons": [{"kind": "duty", "text": "职责：市级企业技术改造和首台套奖励", "citation": null}], "confidence": 0.0025}, {"id": "p-rst", "name": "云泽省人力资源和社会保障厅", "reasons": [{"kind": "clause", "text": "《云泽省人民政府关于支持中小企业数字化转型的若干措施》 三、(五) 的责任单位列有省人社厅", "citation": "/policies/01a22df1-a7d9-7942-a94e-c0efa754415e?clause=%E4%B8%89%E3%80%81%28%E4%BA%94%29&start=544&end=555"}], "confidence": 0.0013}, {"id": "p-swt", "name": "云泽省商务厅", "reasons": [{"kind": "duty", "text": "职责：境外参展补助", "citation": null}], "confidence": 0.00040}, {"id": "p-nyt", "name": "云泽省农业农村厅", "reasons": [{"kind": "duty", "text": "职责：农药兽药饲料生产许可", "citation": null}], "confidence": 0.00040}, {"id": "p-yjj", "name": "云泽省药品监督管理局", "reasons": [{"kind": "duty", "text": "职责：药品、医疗器械和化妆品生产许可", "citation": null}], "confidence": 0.00030}, {"id": "p-yjt", "name": "云泽省应急管理厅", "reasons": [{"kind": "duty", "text": "职责：生产安全事故调查", "citation": null}], "confidence": 0.00030}, {"id": "p-sjj", "name": "云泽省市场监督管理局", "reasons": [{"kind": "duty", "text": "职责：食品生产经营许可", "citation": null}], "confidence": 0.00030}], "modelVersion": "day-one-1", "reviewReasons": [], "reporterProtected": false}', '43f92e56b850b666eeab96b28f63b23930b250c5d1d15f3c2662368cb69b2020', '329cbb5e30d81f14ae92ee20c5ad7e3dd385240c30e7db447794d7a388974da2', '{"matters": []}', 'RQG6EHKGBHXCNVSEYXH37VZB8M');
INSERT INTO assistant.case_event VALUES ('01a22df3-7f8d-7a44-b852-56d425c06bf6', '01a22df3-7119-7e07-93de-bf7c4901c60a', 3, 'accept_suggestion', 'system', '系统接口', '2026-11-30 19:34:22.349731+00', NULL, 2, '{"category": "consultation", "suggested": {"seq": 2, "rank": 1, "category": "consultation", "abstained": false, "department": "云泽省工业和信息化厅", "modelVersion": "day-one-1", "categoryRight": true, "categoryConfidence": 0.6104, "departmentConfidence": 0.7257}, "department": {"id": "p-gxt", "name": "云泽省工业和信息化厅"}, "occurredAt": "2026-09-05T03:14:00Z", "supporting": [], "supportingIds": []}', '329cbb5e30d81f14ae92ee20c5ad7e3dd385240c30e7db447794d7a388974da2', '89f7fec649fb3684a8c507686ec9d1fb057d469dad9278623dbf72dde3b09d50', NULL, NULL);
INSERT INTO assistant.case_event VALUES ('01a22df3-877f-7e70-98cb-88a01895d238', '01a22df3-7119-7e07-93de-bf7c4901c60a', 4, 'dispatch', 'system', '系统接口', '2026-11-30 19:34:24.383951+00', NULL, 3, '{"occurredAt": "2026-09-05T04:14:00Z"}', '89f7fec649fb3684a8c507686ec9d1fb057d469dad9278623dbf72dde3b09d50', '9bc155527eeeecd2f819898e86f4359c6e72a1c234f6418bbd0d7b839ecabfcf', NULL, NULL);
INSERT INTO assistant.case_event VALUES ('01a22df3-8ddb-7450-9236-0facdef22db4', '01a22df3-7119-7e07-93de-bf7c4901c60a', 5, 'start', 'system', '系统接口', '2026-11-30 19:34:26.011503+00', NULL, 4, '{"occurredAt": "2026-09-05T06:14:00Z"}', '9bc155527eeeecd2f819898e86f4359c6e72a1c234f6418bbd0d7b839ecabfcf', '5585b8e1399bd5a488b07348d1f3fa66885bfc5e8b7cf550f1f832d0ab2992f6', NULL, NULL);
INSERT INTO assistant.case_event VALUES ('01a22df3-95e5-70d5-853d-bb32e4b00b51', '01a22df3-7119-7e07-93de-bf7c4901c60a', 6, 'reply', 'system', '系统接口', '2026-11-30 19:34:28.069252+00', NULL, 5, '{"sealed": "b7e228f1edc1fbe1014f9f98687189ace28a86c8291f142b9d51995325c1d8fe", "occurredAt": "2026-09-05T07:14:00Z"}', '5585b8e1399bd5a488b07348d1f3fa66885bfc5e8b7cf550f1f832d0ab2992f6', 'a970736852f2902de4763f032be3cc6b047c49513795c94c90e15f1e99408254', '{"text": "您好，您反映的“数字化改造补助怎么申报”已收悉。经云泽省工业和信息化厅核实，已将办理条件、标准和途径电话告知您单位联系人。感谢您对我们工作的支持。"}', 'NN3R8PZN64RJNFV7JR3P9MYQKS');
INSERT INTO assistant.case_event VALUES ('01a22df3-99d4-7838-a658-2ce70a6356c0', '01a22df3-99d4-7162-a657-9c30bc811ed2', 1, 'received', 'system', '系统接口', '2026-11-30 19:34:29.076522+00', NULL, 0, '{"channel": "api", "contentDigest": "d14c11ca1ca6cd5f95a95e141a8ec8f53228a701e012aaa2c55e2b232b639946"}', '0000000000000000000000000000000000000000000000000000000000000000', '308ad46545bd25f2e03e498dd91e41fd4967dfbc46b7a55654016b8c2bb41030', NULL, NULL);
INSERT INTO assistant.case_event VALUES ('01a22df3-9cb8-7009-8e3e-b21a3416741a', '01a22df3-99d4-7162-a657-9c30bc811ed2', 2, 'suggested', 'system', '系统', '2026-11-30 19:34:29.816061+00', NULL, 1, '{"flags": [], "sealed": "1d26a9b4a49328975d879e2892cebd0197149e6429d74cb3766135421c774a42", "related": [], "category": {"code": "demand", "label": "诉求", "confidence": 0.9961}, "deadline": {"due": "2026-09-18", "provisional": false, "workingDays": 10}, "abstained": false, "sensitive": [], "duplicates": [], "supporting": [{"id": "p-gxt", "name": "云泽省工业和信息化厅", "reasons": [{"kind": "duty", "text": "职责：拖欠中小企业账款清理", "citation": null}], "confidence": 0.4151}], "departments": [{"id": "l-gxj", "name": "澜州市工业和信息化局", "reasons": [{"kind": "duty", "text": "职责：拖欠企业账款线索核查", "citation": null}], "confidence": 0.4563}, {"id": "p-gxt", "name": "云泽省工业和信息化厅", "reasons": [{"kind": "duty", "text": "职责：拖欠中小企业账款清理", "citation": null}], "confidence": 0.4151}, {"id": "p-xfj", "name": "云泽省信访局", "reasons": [{"kind": "duty", "text": "职责：协调跨地区信访事项", "citation": null}], "confidence": 0.0186}, {"id": "l-rsj", "name": "澜州市人力资源和社会保障局", "reasons": [], "confidence": 0.016}, {"id": "p-fgw", "name": "云泽省发展和改革委员会", "reasons": [{"kind": "duty", "text": "职责：信用体系建设和信用修复协调", "citation": null}], "confidence": 0.0105}, {"id": "l-jrb", "name": "澜州市金融工作办公室", "reasons": [], "confidence": 0.0081}, {"id": "p-xnb", "name": "云泽省机关效能建设领导小组办公室", "reasons": [{"kind": "duty", "text": "职责：指定推诿来件的牵头单位", "citation": null}], "confidence": 0.0077}, {"id": "l-cgj", "name": "澜州市城市管理局", "reasons": [], "confidence": 0.0066}, {"id": "l-zjj", "name": "澜州市住房和城乡建设局", "reasons": [], "confidence": 0.0063}, {"id": "l-hbj", "name": "澜州市生态环境局", "reasons": [], "confidence": 0.0054}], "modelVersion": "day-one-1", "reviewReasons": [], "reporterProtected": false}', '308ad46545bd25f2e03e498dd91e41fd4967dfbc46b7a55654016b8c2bb41030', '801ba7ed0ad6cc6723932add366009cd2fa6e4359db6467bda6e2a66254d4930', '{"matters": []}', '6ZVVXRTM3M9PMBGP3G99EKSX58');
INSERT INTO assistant.case_event VALUES ('01a22df3-a5d6-74b4-920e-61154bd6cfab', '01a22df3-99d4-7162-a657-9c30bc811ed2', 3, 'accept_suggestion', 'system', '系统接口', '2026-11-30 19:34:32.150357+00', NULL, 2, '{"category": "demand", "suggested": {"seq": 2, "rank": 1, "category": "demand", "abstained": false, "department": "澜州市工业和信息化局", "modelVersion": "day-one-1", "categoryRight": true, "categoryConfidence": 0.9961, "departmentConfidence": 0.4563}, "department": {"id": "l-gxj", "name": "澜州市工业和信息化局"}, "occurredAt": "2026-09-05T04:21:00Z", "supporting": ["云泽省工业和信息化厅"], "supportingIds": ["p-gxt"]}', '801ba7ed0ad6cc6723932add366009cd2fa6e4359db6467bda6e2a66254d4930', '1571402c00ec42b26e4d26825bcf9def1d217a859ddd7d3077e9fd0da361afe3', NULL, NULL);
INSERT INTO assistant.case_event VALUES ('01a22df3-ae1a-7d60-8357-ac526f06feb2', '01a22df3-99d4-7162-a657-9c30bc811ed2', 4, 'dispatch', 'system', '系统接口', '2026-11-30 19:34:34.266888+00', NULL, 3, '{"occurredAt": "2026-09-05T05:21:00Z"}', '1571402c00ec42b26e4d26825bcf9def1d217a859ddd7d3077e9fd0da361afe3', 'c879a4549e659884a1d71b72b6ce78d5b7f87471f743aacf288869718398c225', NULL, NULL);
INSERT INTO assistant.case_event VALUES ('01a22df3-b4bc-7873-a281-251b92124140', '01a22df3-99d4-7162-a657-9c30bc811ed2', 5, 'start', 'system', '系统接口', '2026-11-30 19:34:35.964582+00', NULL, 4, '{"occurredAt": "2026-09-05T07:21:00Z"}', 'c879a4549e659884a1d71b72b6ce78d5b7f87471f743aacf288869718398c225', '3f2010347d178f8c330d00921986c4a4292ad9d4f608ba52e89a01d4dfd5e0ad', NULL, NULL);
INSERT INTO assistant.case_event VALUES ('01a22df3-ba16-70bd-af3e-745157ad2604', '01a22df3-99d4-7162-a657-9c30bc811ed2', 6, 'reply', 'system', '系统接口', '2026-11-30 19:34:37.334105+00', NULL, 5, '{"sealed": "5a9edc120b364e73334d310e36a17184c3568a3f0cbccc46c7ab5c50c016e104", "occurredAt": "2026-09-13T08:21:00Z", "partsPending": ["云泽省工业和信息化厅"]}', '3f2010347d178f8c330d00921986c4a4292ad9d4f608ba52e89a01d4dfd5e0ad', 'afd39a696176e3eb43650ab762f1a1b69a38b1ed7b636929d7cb975e9e3d34f2', '{"text": "您好，您反映的“机械厂拖欠我司货款”已收悉。经澜州市工业和信息化局核实，已到现场核实，责成相关单位限期办理，并将跟踪到位。感谢您对我们工作的支持。"}', 'TJ4T44QJAYR2YC6DNGTHZHGEJJ');
INSERT INTO assistant.case_event VALUES ('01a22df3-bf7a-7a48-892c-085ee079413a', '01a22df3-99d4-7162-a657-9c30bc811ed2', 7, 'rate', 'system', '系统接口', '2026-11-30 19:34:38.714709+00', NULL, 6, '{"label": "很满意", "score": 5, "occurredAt": "2026-09-14T08:21:00Z"}', 'afd39a696176e3eb43650ab762f1a1b69a38b1ed7b636929d7cb975e9e3d34f2', '3b07f2f2ae6801a7f8d761518abecf711e5abf6fc106fb4cc7d88505c9e96d58', NULL, NULL);
INSERT INTO assistant.case_event VALUES ('01a22df3-c354-74ad-a23b-69f804318c3b', '01a22df3-c353-7b4f-b5bd-b3e5c5f27a64', 1, 'received', 'system', '系统接口', '2026-11-30 19:34:39.700297+00', NULL, 0, '{"channel": "widget", "contentDigest": "f9fe9fa3e4a6095af7465d70ef0db52fd97b6c9a6db40cfc4bac46e15eec7eb7"}', '0000000000000000000000000000000000000000000000000000000000000000', 'a895351a400c73fe24c3d529e74c512f79c4d5bb26a11b369437f32c578a2f87', NULL, NULL);
INSERT INTO assistant.case_event VALUES ('01a22df3-c5f8-7ba7-9355-2d2dbf74e0ea', '01a22df3-c353-7b4f-b5bd-b3e5c5f27a64', 2, 'suggested', 'system', '系统', '2026-11-30 19:34:40.376886+00', NULL, 1, '{"flags": [], "sealed": "26a898993d8452ce61051fccbf4d6d25b9e1f27d9f05b399cfebd938686d17f7", "related": [], "category": {"code": "suggestion", "label": "建议", "confidence": 0.867}, "deadline": {"due": "2026-09-11", "provisional": false, "workingDays": 5}, "abstained": true, "sensitive": [], "duplicates": [], "supporting": [{"id": "p-sjglj", "name": "云泽省数据管理局", "reasons": [{"kind": "clause", "text": "《云泽省人民政府办公厅印发《关于建立涉企诉求快办机制的实施方案》的通知》 一、(一) 的责任单位列有省数据管理局", "citation": "/policies/01a22df1-a8d1-79df-b566-89e8f022f476?clause=%E4%B8%80%E3%80%81%28%E4%B8%80%29&start=415&end=448"}], "confidence": 0.3014}, {"id": "p-xfj", "name": "云泽省信访局", "reasons": [{"kind": "clause", "text": "《云泽省人民政府办公厅印发《关于建立涉企诉求快办机制的实施方案》的通知》 一、(一) 的责任单位列有省信访局", "citation": "/policies/01a22df1-a8d1-79df-b566-89e8f022f476?clause=%E4%B8%80%E3%80%81%28%E4%B8%80%29&start=415&end=448"}], "confidence": 0.3014}], "departments": [{"id": "p-gxt", "name": "云泽省工业和信息化厅", "reasons": [{"kind": "clause", "text": "《云泽省人民政府办公厅印发《关于建立涉企诉求快办机制的实施方案》的通知》 一、(一) 的责任单位列有省工信厅", "citation": "/policies/01a22df1-a8d1-79df-b566-89e8f022f476?clause=%E4%B8%80%E3%80%81%28%E4%B8%80%29&start=415&end=448"}], "confidence": 0.3014}, {"id": "p-sjglj", "name": "云泽省数据管理局", "reasons": [{"kind": "clause", "text": "《云泽省人民政府办公厅印发《关于建立涉企诉求快办机制的实施方案》的通知》 一、(一) 的责任单位列有省数据管理局", "citation": "/policies/01a22df1-a8d1-79df-b566-89e8f022f476?clause=%E4%B8%80%E3%80%81%28%E4%B8%80%29&start=415&end=448"}], "confidence": 0.3014}, {"id": "p-xfj", "name": "云泽省信访局", "reasons": [{"kind": "clause", "text": "《云泽省人民政府办公厅印发《关于建立涉企诉求快办机制的实施方案》的通知》 一、(一) 的责任单位列有省信访局", "citation": "/policies/01a22df1-a8d1-79df-b566-89e8f022f476?clause=%E4%B8%80%E3%80%81%28%E4%B8%80%29&start=415&end=448"}], "confidence": 0.3014}, {"id": "w-sjj", "name": "望川市市场监督管理局", "reasons": [{"kind": "duty", "text": "职责：市内企业登记", "citation": null}], "confidence": 0.0173}, {"id": "w-kjj", "name": "望川市科学技术局", "reasons": [{"kind": "duty", "text": "职责：研发平台认定", "citation": null}], "confidence": 0.0166}, {"id": "p-xnb", "name": "云泽省机关效能建设领导小组办公室", "reasons": [{"kind": "clause", "text": "《云泽省人民政府办公厅印发《关于建立涉企诉求快办机制的实施方案》的通知》 三、(五) 的责任单位列有省效能办", "citation": "/policies/01a22df1-a8d1-79df-b566-89e8f022f476?clause=%E4%B8%89%E3%80%81%28%E4%BA%94%29&start=952&end=967"}], "confidence": 0.0103}, {"id": "l-gxj", "name": "澜州市工业和信息化局", "reasons": [{"kind": "duty", "text": "职责：市政企直通平台日常管理", "citation": null}], "confidence": 0.0075}, {"id": "p-sjj", "name": "云泽省市场监督管理局", "reasons": [{"kind": "duty", "text": "职责：企业登记注册和注销", "citation": null}], "confidence": 0.0069}, {"id": "p-czt", "name": "云泽省财政厅", "reasons": [], "confidence": 0.0027}, {"id": "p-zjt", "name": "云泽省住房和城乡建设厅", "reasons": [], "confidence": 0.0027}], "modelVersion": "day-one-1", "reviewReasons": ["承办部门把握不足（30%），请从候选中选定"], "reporterProtected": false}', 'a895351a400c73fe24c3d529e74c512f79c4d5bb26a11b369437f32c578a2f87', '87eef4d316b397b44bd57552e4769bf4b71e15021959f7eef494477153732504', '{"matters": []}', '9TCRTVAKZCNPTAPPBDM72SS4BM');
INSERT INTO assistant.case_event VALUES ('01a22df3-d114-74b4-af47-17a5bc91e32e', '01a22df3-c353-7b4f-b5bd-b3e5c5f27a64', 3, 'change', 'system', '系统接口', '2026-11-30 19:34:43.220348+00', NULL, 2, '{"sealed": "a4148347a3af1a62c91528c5c4f5bc3a79ade41b177c289e62ceb774e1954ecd", "category": "suggestion", "suggested": {"seq": 2, "rank": 2, "category": "suggestion", "abstained": true, "department": "云泽省工业和信息化厅", "modelVersion": "day-one-1", "categoryRight": true, "categoryConfidence": 0.867, "departmentConfidence": 0.3014}, "department": {"id": "p-sjglj", "name": "云泽省数据管理局"}, "occurredAt": "2026-09-06T05:28:00Z", "supporting": [], "supportingIds": []}', '87eef4d316b397b44bd57552e4769bf4b71e15021959f7eef494477153732504', 'd9d30e684ceec09e019a569cc9ec4baccf847902688eae392c53eec0d0e4bcb9', '{"reason": "按职责分工和来件内容改定"}', 'TFAAE68EGAHMV434ZTSA5KTYB7');
INSERT INTO assistant.case_event VALUES ('01a22df4-3616-7557-952d-898fe7d10194', '01a22df4-115e-7881-953a-46e264e1c0ac', 8, 'drafted', 'system', '系统接口', '2026-11-30 19:35:09.078516+00', NULL, 7, '{"mode": "extractive", "checks": [{"ok": true, "kind": "citations", "message": "2 处引用均与原文逐字一致。"}, {"ok": true, "kind": "in_force", "message": "所引政策均现行有效。"}, {"ok": true, "kind": "matters", "message": "来件的 1 个事项均有答复内容。"}, {"ok": true, "kind": "precedents", "message": "没有参照往复的段落。"}, {"ok": true, "kind": "gaps", "message": "没有待填写之处。"}, {"ok": true, "kind": "personal_data", "message": "没有发现手机号、身份证号等个人信息。"}, {"ok": true, "kind": "tone", "message": "用语得当。"}, {"ok": true, "kind": "form", "message": "格式完整。"}], "sealed": "d6eb913dc2dcd728b50f540af08df3edbe52255ba2caab55aedec4691ccd681a", "citations": [{"end": 111, "url": "/policies/01a22df1-ced4-713f-8e5a-0627ba765be5?clause=%E4%B8%80&start=56&end=111", "quote": "一、补贴对象。租用青屿县工业园区标准厂房从事生产的企业，租赁合同期限在3年以上，且年纳税额达到每平方米60元。", "start": 56, "title": "青屿县人民政府办公室关于工业园区标准厂房租金补贴的通知", "clause": "一", "issuer": "青屿县人民政府", "marker": 1, "status": "in_force", "policyId": "01a22df1-ced4-713f-8e5a-0627ba765be5", "sourceUrl": null, "externalId": "青屿县标准厂房租金补贴.txt", "documentNumber": "青政办〔2025〕11号"}, {"end": 55, "url": "/policies/01a22df1-ced4-713f-8e5a-0627ba765be5?start=41&end=55", "quote": "各乡镇人民政府，县直各单位：", "start": 41, "title": "青屿县人民政府办公室关于工业园区标准厂房租金补贴的通知", "clause": null, "issuer": "青屿县人民政府", "marker": 2, "status": "in_force", "policyId": "01a22df1-ced4-713f-8e5a-0627ba765be5", "sourceUrl": null, "externalId": "青屿县标准厂房租金补贴.txt", "documentNumber": "青政办〔2025〕11号"}], "occurredAt": "2026-09-07T11:12:00Z", "precedents": []}', '7cd8b7404427df28f49311e7612c77505b2ec19275693c31da40137b877c4845', '4892517f6d387c50e93fef63902ab09361b30b42d700fceeb023aed391aaa157', '{"text": "您好：\n您关于“园区厂房租金补贴条件”的来件（编号：ZT20261201-KEJW92）收悉。经研究，现答复如下：\n《青屿县人民政府办公室关于工业园区标准厂房租金补贴的通知》（青政办〔2025〕11号）：一、补贴对象。租用青屿县工业园区标准厂房从事生产的企业，租赁合同期限在3年以上，且年纳税额达到每平方米60元。《青屿县人民政府办公室关于工业园区标准厂房租金补贴的通知》（青政办〔2025〕11号）：各乡镇人民政府，县直各单位：\n感谢您的来件和对我们工作的支持。如有疑问，请拨打 0999-42345601 联系我们。\n青屿县人民政府\n2026年9月7日", "blocks": [{"gap": false, "kind": "salutation", "text": "您好：", "markers": [], "precedent": false}, {"gap": false, "kind": "opening", "text": "您关于“园区厂房租金补贴条件”的来件（编号：ZT20261201-KEJW92）收悉。经研究，现答复如下：", "markers": [], "precedent": false}, {"gap": false, "kind": "content", "text": "《青屿县人民政府办公室关于工业园区标准厂房租金补贴的通知》（青政办〔2025〕11号）：一、补贴对象。租用青屿县工业园区标准厂房从事生产的企业，租赁合同期限在3年以上，且年纳税额达到每平方米60元。《青屿县人民政府办公室关于工业园区标准厂房租金补贴的通知》（青政办〔2025〕11号）：各乡镇人民政府，县直各单位：", "markers": [1, 2], "precedent": false}, {"gap": false, "kind": "thanks", "text": "感谢您的来件和对我们工作的支持。如有疑问，请拨打 0999-42345601 联系我们。", "markers": [], "precedent": false}, {"gap": false, "kind": "signature", "text": "青屿县人民政府", "markers": [], "precedent": false}, {"gap": false, "kind": "date", "text": "2026年9月7日", "markers": [], "precedent": false}], "matters": [{"text": "园区厂房租金补贴条件。准备租青屿县工业园区标准厂房做海产品加工，请问租金补贴有什……", "basis": "policy"}]}', '4NC466XFDP7JAB9W7RJPAER892');
INSERT INTO assistant.case_event VALUES ('01a22df3-e5a2-748d-9893-5367d772651c', '01a22df3-c353-7b4f-b5bd-b3e5c5f27a64', 6, 'reply', 'system', '系统接口', '2026-11-30 19:34:48.482474+00', NULL, 5, '{"sealed": "989f99fde6716c46172a2adb6a04b59f64837043b5235a553be0327b7eca90c9", "occurredAt": "2026-09-09T09:28:00Z"}', '952389e22fd3bfbec2ccccab937d12a49558d29ce7e71ccc4efd938d71348580', '7eecf7b8b7d3fee8edf730f25ab230148d59a603a3f28957a56fdd6868a07536', '{"text": "您好，您反映的“希望平台能记住企业信息”已收悉。经云泽省数据管理局核实，您的建议予以采纳，已列入下一步工作计划。感谢您对我们工作的支持。"}', '4MCD8J2W5EAJBJVN48Z2KD33BJ');
INSERT INTO assistant.case_event VALUES ('01a22df3-ef49-734a-b090-e18f2d554d01', '01a22df3-c353-7b4f-b5bd-b3e5c5f27a64', 7, 'rate', 'system', '系统接口', '2026-11-30 19:34:50.953264+00', NULL, 6, '{"label": "很满意", "score": 5, "occurredAt": "2026-09-10T09:28:00Z"}', '7eecf7b8b7d3fee8edf730f25ab230148d59a603a3f28957a56fdd6868a07536', '104a74d9c7df3306fa2e8d8482693f17625575b45c70ff5e011f8677a0a45bbe', NULL, NULL);
INSERT INTO assistant.case_event VALUES ('01a22df3-f24a-799d-aaee-0ef2daf32afc', '01a22df3-f24a-72e3-aaed-627631d46a71', 1, 'received', 'system', '系统接口', '2026-11-30 19:34:51.722608+00', NULL, 0, '{"channel": "hotline", "contentDigest": "b72a76970657c2767a013ec8d724e2967f69ddb890cf4501a0bebd7b17afe0dd"}', '0000000000000000000000000000000000000000000000000000000000000000', 'b740269d6b17957f885f75d191b10c65ce3fef0e9b301562caa908b1507d0102', NULL, NULL);
INSERT INTO assistant.case_event VALUES ('01a22df3-f346-78b3-b09e-2bdaa0390915', '01a22df3-f24a-72e3-aaed-627631d46a71', 2, 'suggested', 'system', '系统', '2026-11-30 19:34:51.974624+00', NULL, 1, '{"flags": [], "sealed": "b91fce675bf2a361c657b628bdf3e5e3f84220da204d0aae2e2f63184b7fc620", "related": [], "category": {"code": "consultation", "label": "咨询", "confidence": 0.8757}, "deadline": {"due": "2026-09-08", "provisional": false, "workingDays": 2}, "abstained": false, "sensitive": [], "duplicates": [], "supporting": [{"id": "p-sjj", "name": "云泽省市场监督管理局", "reasons": [{"kind": "duty", "text": "职责：企业登记注册和注销", "citation": null}], "confidence": 0.2997}], "departments": [{"id": "l-sjj", "name": "澜州市市场监督管理局", "reasons": [{"kind": "duty", "text": "职责：市内企业开办变更注销", "citation": null}], "confidence": 0.5285}, {"id": "p-sjj", "name": "云泽省市场监督管理局", "reasons": [{"kind": "duty", "text": "职责：企业登记注册和注销", "citation": null}], "confidence": 0.2997}, {"id": "l-cgj", "name": "澜州市城市管理局", "reasons": [{"kind": "duty", "text": "职责：占道经营和户外广告牌", "citation": null}], "confidence": 0.0856}, {"id": "p-wlt", "name": "云泽省文化和旅游厅", "reasons": [{"kind": "duty", "text": "职责：文化经营许可", "citation": null}], "confidence": 0.0197}, {"id": "p-jtt", "name": "云泽省交通运输厅", "reasons": [{"kind": "duty", "text": "职责：道路运输经营许可", "citation": null}], "confidence": 0.019}, {"id": "p-yjt", "name": "云泽省应急管理厅", "reasons": [{"kind": "duty", "text": "职责：危险化学品经营许可", "citation": null}], "confidence": 0.0126}, {"id": "p-yjj", "name": "云泽省药品监督管理局", "reasons": [{"kind": "duty", "text": "职责：药品经营监管", "citation": null}], "confidence": 0.0124}, {"id": "p-gxt", "name": "云泽省工业和信息化厅", "reasons": [{"kind": "clause", "text": "《云泽省人民政府办公厅印发《关于建立涉企诉求快办机制的实施方案》的通知》 二、(三) 的责任单位列有省工信厅", "citation": "/policies/01a22df1-a8d1-79df-b566-89e8f022f476?clause=%E4%BA%8C%E3%80%81%28%E4%B8%89%29&start=691&end=712"}], "confidence": 0.0025}, {"id": "l-rsj", "name": "澜州市人力资源和社会保障局", "reasons": [], "confidence": 0.0022}, {"id": "l-zjj", "name": "澜州市住房和城乡建设局", "reasons": [], "confidence": 0.0022}], "modelVersion": "day-one-1", "reviewReasons": [], "reporterProtected": false}', 'b740269d6b17957f885f75d191b10c65ce3fef0e9b301562caa908b1507d0102', '5ec66fd898ffb1dcdfb5b937939b270c26b4a495d8f5ebeb1534f7d50fd6b2a4', '{"matters": []}', 'N3EBZEBCFZKR54RK2FJP89A3MT');
INSERT INTO assistant.case_event VALUES ('01a22df3-f9a9-72e2-8744-e26f1544f776', '01a22df3-f24a-72e3-aaed-627631d46a71', 3, 'accept_suggestion', 'system', '系统接口', '2026-11-30 19:34:53.609247+00', NULL, 2, '{"category": "consultation", "suggested": {"seq": 2, "rank": 1, "category": "consultation", "abstained": false, "department": "澜州市市场监督管理局", "modelVersion": "day-one-1", "categoryRight": true, "categoryConfidence": 0.8757, "departmentConfidence": 0.5285}, "department": {"id": "l-sjj", "name": "澜州市市场监督管理局"}, "occurredAt": "2026-09-06T06:35:00Z", "supporting": ["云泽省市场监督管理局"], "supportingIds": ["p-sjj"]}', '5ec66fd898ffb1dcdfb5b937939b270c26b4a495d8f5ebeb1534f7d50fd6b2a4', '7bb713ac6d14559dc7a579c15bb1df2650c208c350707b83d16897cf4a95ebdc', NULL, NULL);
INSERT INTO assistant.case_event VALUES ('01a22df4-001e-7d5e-ac2e-577365d5a186', '01a22df3-f24a-72e3-aaed-627631d46a71', 4, 'dispatch', 'system', '系统接口', '2026-11-30 19:34:55.26291+00', NULL, 3, '{"occurredAt": "2026-09-06T07:35:00Z"}', '7bb713ac6d14559dc7a579c15bb1df2650c208c350707b83d16897cf4a95ebdc', '07b973f56dd830ead207307c4758afcb226ec4239f9a1ad503b58aa138602c2f', NULL, NULL);
INSERT INTO assistant.case_event VALUES ('01a22df4-0533-7c0a-a31e-4fc939f49394', '01a22df3-f24a-72e3-aaed-627631d46a71', 5, 'start', 'system', '系统接口', '2026-11-30 19:34:56.564444+00', NULL, 4, '{"occurredAt": "2026-09-06T09:35:00Z"}', '07b973f56dd830ead207307c4758afcb226ec4239f9a1ad503b58aa138602c2f', 'ac1bde4a83f47b371ec70f9af18010e3fb9be059ab9f0413188db0073be0bd6f', NULL, NULL);
INSERT INTO assistant.case_event VALUES ('01a22df4-0d58-79e1-bcb7-688e346feee0', '01a22df3-f24a-72e3-aaed-627631d46a71', 6, 'reply', 'system', '系统接口', '2026-11-30 19:34:58.648686+00', NULL, 5, '{"sealed": "bdcc384a239277fdac80c4fe0cf9de092824a37fed2bb3a375d86cba56e3c297", "occurredAt": "2026-09-06T10:35:00Z", "partsPending": ["云泽省市场监督管理局"]}', 'ac1bde4a83f47b371ec70f9af18010e3fb9be059ab9f0413188db0073be0bd6f', 'a0dc9f3ecaeb0c23d97d3aecdfbded897490b637b801e35d54e54c71cfbc20a9', '{"text": "您好，您反映的“公司注销要多久”已收悉。经澜州市市场监督管理局核实，办理条件和所需材料已由企业服务专员与您单位逐项核对。感谢您对我们工作的支持。"}', 'TX8Z7QRHKFTJXHGNRC8G3VY6PQ');
INSERT INTO assistant.case_event VALUES ('01a22df4-115e-7df2-953b-9cc08490c7c3', '01a22df4-115e-7881-953a-46e264e1c0ac', 1, 'received', 'system', '系统接口', '2026-11-30 19:34:59.67888+00', NULL, 0, '{"channel": "widget", "contentDigest": "7f35f98783a5d8d2e7224076473c50056c71589d95f3cab7a0d8c50b9497be85"}', '0000000000000000000000000000000000000000000000000000000000000000', 'a4552220a20abd540697313c1423c89c6e2bf9236dbfdde7e21f9090e4d21593', NULL, NULL);
INSERT INTO assistant.case_event VALUES ('01a22df4-14fa-7fc9-81dc-7bdda04d6fc6', '01a22df4-115e-7881-953a-46e264e1c0ac', 2, 'suggested', 'system', '系统', '2026-11-30 19:35:00.603044+00', NULL, 1, '{"flags": [], "sealed": "2ced39fd1fc6208d100effe3900c6fe42184980980db1ca3b1bec48580bd5a1a", "related": [], "category": {"code": "consultation", "label": "咨询", "confidence": 0.9703}, "deadline": {"due": "2026-09-08", "provisional": false, "workingDays": 2}, "abstained": false, "sensitive": [], "duplicates": [], "supporting": [], "departments": [{"id": "q-zf", "name": "青屿县人民政府", "reasons": [{"kind": "duty", "text": "职责：县内园区厂房租金补贴", "citation": null}], "confidence": 0.9953}, {"id": "l-zjj", "name": "澜州市住房和城乡建设局", "reasons": [{"kind": "duty", "text": "职责：老旧厂房消防验收", "citation": null}], "confidence": 0.0013}, {"id": "p-rst", "name": "云泽省人力资源和社会保障厅", "reasons": [{"kind": "clause", "text": "《云泽省人民政府关于支持中小企业数字化转型的若干措施》 三、(五) 的责任单位列有省人社厅", "citation": "/policies/01a22df1-a7d9-7942-a94e-c0efa754415e?clause=%E4%B8%89%E3%80%81%28%E4%BA%94%29&start=544&end=555"}], "confidence": 0.0011}, {"id": "p-nyt", "name": "云泽省农业农村厅", "reasons": [{"kind": "duty", "text": "职责：农产品加工和冷链", "citation": null}], "confidence": 0.00090}, {"id": "l-rsj", "name": "澜州市人力资源和社会保障局", "reasons": [{"kind": "duty", "text": "职责：技能提升培训补贴", "citation": null}], "confidence": 0.00030}, {"id": "p-gxt", "name": "云泽省工业和信息化厅", "reasons": [{"kind": "clause", "text": "《云泽省人民政府关于支持中小企业数字化转型的若干措施》 二、(三) 的责任单位列有省工信厅", "citation": "/policies/01a22df1-a7d9-7942-a94e-c0efa754415e?clause=%E4%BA%8C%E3%80%81%28%E4%B8%89%29&start=378&end=395"}], "confidence": 0.00020}, {"id": "p-sjglj", "name": "云泽省数据管理局", "reasons": [{"kind": "clause", "text": "《云泽省人民政府关于支持中小企业数字化转型的若干措施》 二、(三) 的责任单位列有省数据管理局", "citation": "/policies/01a22df1-a7d9-7942-a94e-c0efa754415e?clause=%E4%BA%8C%E3%80%81%28%E4%B8%89%29&start=378&end=395"}], "confidence": 0.00020}, {"id": "p-sft", "name": "云泽省司法厅", "reasons": [{"kind": "clause", "text": "《云泽省司法厅云泽省工商业联合会关于开展民营企业法律服务的意见》 一 的责任单位列有省司法厅", "citation": "/policies/01a22df1-a132-753d-9b7f-b8666ccf9d69?clause=%E4%B8%80&start=97&end=115"}], "confidence": 0.00010}, {"id": "l-swj", "name": "澜州市商务局", "reasons": [], "confidence": 0.00010}, {"id": "p-czt", "name": "云泽省财政厅", "reasons": [], "confidence": 0.0}], "modelVersion": "day-one-1", "reviewReasons": [], "reporterProtected": false}', 'a4552220a20abd540697313c1423c89c6e2bf9236dbfdde7e21f9090e4d21593', 'd3a9522b916caccc56dcb42d429e117b82d7a3a908645df3a38977c5f5f905ab', '{"matters": []}', 'MAEHXG6TNQMFJFTFWRQRGME4NX');
INSERT INTO assistant.case_event VALUES ('01a22df4-1ba3-73db-9ba8-286b28f80175', '01a22df4-115e-7881-953a-46e264e1c0ac', 3, 'accept_suggestion', 'system', '系统接口', '2026-11-30 19:35:02.307304+00', NULL, 2, '{"category": "consultation", "suggested": {"seq": 2, "rank": 1, "category": "consultation", "abstained": false, "department": "青屿县人民政府", "modelVersion": "day-one-1", "categoryRight": true, "categoryConfidence": 0.9703, "departmentConfidence": 0.9953}, "department": {"id": "q-zf", "name": "青屿县人民政府"}, "occurredAt": "2026-09-07T07:42:00Z", "supporting": [], "supportingIds": []}', 'd3a9522b916caccc56dcb42d429e117b82d7a3a908645df3a38977c5f5f905ab', 'e823beaa55a82894648ed1569a85a649d287f24c5406d5b038796237f4ccaa5f', NULL, NULL);
INSERT INTO assistant.case_event VALUES ('01a22df4-1ff6-720a-a8a0-798e5aeae7b3', '01a22df4-115e-7881-953a-46e264e1c0ac', 4, 'dispatch', 'system', '系统接口', '2026-11-30 19:35:03.414186+00', NULL, 3, '{"occurredAt": "2026-09-07T08:42:00Z"}', 'e823beaa55a82894648ed1569a85a649d287f24c5406d5b038796237f4ccaa5f', 'c89bbcfd4cdb32ae79e35e60378c9afb7f969dc5ccede7a44cf515052b4724c6', NULL, NULL);
INSERT INTO assistant.case_event VALUES ('01a22df4-2431-7ebc-bf34-48f6022f33fe', '01a22df4-115e-7881-953a-46e264e1c0ac', 5, 'start', 'system', '系统接口', '2026-11-30 19:35:04.498219+00', NULL, 4, '{"occurredAt": "2026-09-07T10:42:00Z"}', 'c89bbcfd4cdb32ae79e35e60378c9afb7f969dc5ccede7a44cf515052b4724c6', '034806d509fd982a1c605110f84489082c63dea2678be71ef2fbb55f44a9c472', NULL, NULL);
INSERT INTO assistant.case_event VALUES ('01a22df4-2b41-73c7-9227-e484a7efe965', '01a22df4-115e-7881-953a-46e264e1c0ac', 6, 'urge', 'system', '系统', '2026-11-30 19:35:06.393707+00', NULL, 5, '{"due": "2026-09-08", "step": "urge", "sealed": "076841247980f95d2e88c020f8993aa8ce6a4960bc339e932311c7c6f19f545a"}', '034806d509fd982a1c605110f84489082c63dea2678be71ef2fbb55f44a9c472', '716af9e043f82fa0ca6df5075e07b2e2b56b10f7c3cb2196ceda26b67166f074', '{"reason": "超期满 1 个工作日仍未答复"}', 'GKGSJKEQ4S86FXTH5XNMWGXMGQ');
INSERT INTO assistant.case_event VALUES ('01a22df4-2c4e-7937-b538-b46f91521a42', '01a22df4-115e-7881-953a-46e264e1c0ac', 7, 'supervise', 'system', '系统', '2026-11-30 19:35:06.574632+00', NULL, 6, '{"due": "2026-09-08", "step": "supervise", "sealed": "6803b978b557b331c7e19edcd29ce30301cb70cc393b0f49107a06e33386e0ba"}', '716af9e043f82fa0ca6df5075e07b2e2b56b10f7c3cb2196ceda26b67166f074', '7cd8b7404427df28f49311e7612c77505b2ec19275693c31da40137b877c4845', '{"reason": "超期满 3 个工作日仍未答复"}', 'DE2G36AFXMGS5QN8FH58RYPXMY');
INSERT INTO assistant.case_event VALUES ('01a22df4-3918-7c25-8e02-b532d5ae1d01', '01a22df4-115e-7881-953a-46e264e1c0ac', 9, 'reply', 'system', '系统接口', '2026-11-30 19:35:09.848808+00', NULL, 8, '{"sealed": "ade71d439b8ead2626620d55c53cb460197f2bd644a77b4a49b57aaefe70411e", "changes": [{"n": 216, "op": "keep"}, {"n": 20, "op": "insert"}, {"n": 62, "op": "keep"}], "draftSeq": 8, "editShare": 0.067, "occurredAt": "2026-09-07T11:42:00Z", "editDistance": 20, "draftUnchanged": false}', '4892517f6d387c50e93fef63902ab09361b30b42d700fceeb023aed391aaa157', 'c4d031b5c61891c035f415860e1afc188374de576288ef8ffa02e3fa644b3163', '{"text": "您好：\n您关于“园区厂房租金补贴条件”的来件（编号：ZT20261201-KEJW92）收悉。经研究，现答复如下：\n《青屿县人民政府办公室关于工业园区标准厂房租金补贴的通知》（青政办〔2025〕11号）：一、补贴对象。租用青屿县工业园区标准厂房从事生产的企业，租赁合同期限在3年以上，且年纳税额达到每平方米60元。《青屿县人民政府办公室关于工业园区标准厂房租金补贴的通知》（青政办〔2025〕11号）：各乡镇人民政府，县直各单位：\n申报前可携带材料到窗口核对，避免往返。\n感谢您的来件和对我们工作的支持。如有疑问，请拨打 0999-42345601 联系我们。\n青屿县人民政府\n2026年9月7日"}', '5HZ72J3W7PW9WKPZGQSFVCZMX8');
INSERT INTO assistant.case_event VALUES ('01a22df4-3bcb-713a-8b19-6648d6f40bba', '01a22df4-115e-7881-953a-46e264e1c0ac', 10, 'rate', 'system', '系统接口', '2026-11-30 19:35:10.539135+00', NULL, 9, '{"label": "很满意", "score": 5, "occurredAt": "2026-09-08T11:42:00Z"}', 'c4d031b5c61891c035f415860e1afc188374de576288ef8ffa02e3fa644b3163', 'e31d13a18801fc46736499848b80de5d4cb483f54a47de01265e9fe1b99359b3', NULL, NULL);
INSERT INTO assistant.case_event VALUES ('01a22df4-3d88-7f64-bdea-53075267ae08', '01a22df4-3d88-7848-bde9-48a32c905eee', 1, 'received', 'system', '系统接口', '2026-11-30 19:35:10.984971+00', NULL, 0, '{"channel": "hotline", "contentDigest": "3eb449f4db7499fd54d45269190aa9fe97e501179c892060660c4aef76854f08"}', '0000000000000000000000000000000000000000000000000000000000000000', '3ae779d6cfea940919cb7670dae38d97030807c1640a4d15da906d8f083815a7', NULL, NULL);
INSERT INTO assistant.case_event VALUES ('01a22df4-3edf-79d9-9381-6af291021a8a', '01a22df4-3d88-7848-bde9-48a32c905eee', 2, 'suggested', 'system', '系统', '2026-11-30 19:35:11.327688+00', NULL, 1, '{"flags": [], "sealed": "6474fc1a445f2283812f79b89c37f1d85d8c04cd8571868151c282b183441686", "related": [], "category": {"code": "demand", "label": "诉求", "confidence": 0.9871}, "deadline": {"due": "2026-09-18", "provisional": false, "workingDays": 10}, "abstained": false, "sensitive": [], "duplicates": [], "supporting": [], "departments": [{"id": "p-sjj", "name": "云泽省市场监督管理局", "reasons": [{"kind": "duty", "text": "职责：产品质量和计量认证", "citation": null}], "confidence": 0.7522}, {"id": "l-sjj", "name": "澜州市市场监督管理局", "reasons": [{"kind": "duty", "text": "职责：食品经营许可", "citation": null}], "confidence": 0.0504}, {"id": "l-hbj", "name": "澜州市生态环境局", "reasons": [{"kind": "duty", "text": "职责：企业废气、噪声、污水执法", "citation": null}], "confidence": 0.0421}, {"id": "p-gsl", "name": "云泽省工商业联合会", "reasons": [{"kind": "duty", "text": "职责：反映民营企业意见", "citation": null}], "confidence": 0.0412}, {"id": "p-zjt", "name": "云泽省住房和城乡建设厅", "reasons": [{"kind": "duty", "text": "职责：施工许可和工程质量安全", "citation": null}], "confidence": 0.0171}, {"id": "l-gxj", "name": "澜州市工业和信息化局", "reasons": [], "confidence": 0.0108}, {"id": "p-rst", "name": "云泽省人力资源和社会保障厅", "reasons": [{"kind": "duty", "text": "职责：劳动关系、工资支付和欠薪查处", "citation": null}], "confidence": 0.0097}, {"id": "l-zjj", "name": "澜州市住房和城乡建设局", "reasons": [], "confidence": 0.0056}, {"id": "l-jrb", "name": "澜州市金融工作办公室", "reasons": [], "confidence": 0.0049}, {"id": "l-jtj", "name": "澜州市交通运输局", "reasons": [], "confidence": 0.0049}], "modelVersion": "day-one-1", "reviewReasons": [], "reporterProtected": false}', '3ae779d6cfea940919cb7670dae38d97030807c1640a4d15da906d8f083815a7', 'bca9bc90f816fa9aa7dd35455765171e556e7772690ab9f5508869ec1d55e4e3', '{"matters": []}', 'MYNKSJZXGXGT2DZXAXNH4GBFND');
INSERT INTO assistant.case_event VALUES ('01a22df4-42d3-7717-83f1-3e3312027dad', '01a22df4-3d88-7848-bde9-48a32c905eee', 3, 'change', 'system', '系统接口', '2026-11-30 19:35:12.339495+00', NULL, 2, '{"sealed": "6717cbbe80fd62c09d39920974bd4a191dcf9538e0c1559d4bed9eaf8ac0fea1", "category": "demand", "suggested": {"seq": 2, "rank": 3, "category": "demand", "abstained": false, "department": "云泽省市场监督管理局", "modelVersion": "day-one-1", "categoryRight": true, "categoryConfidence": 0.9871, "departmentConfidence": 0.7522}, "department": {"id": "l-hbj", "name": "澜州市生态环境局"}, "occurredAt": "2026-09-07T08:49:00Z", "supporting": [], "supportingIds": []}', 'bca9bc90f816fa9aa7dd35455765171e556e7772690ab9f5508869ec1d55e4e3', 'e597c8a5c82da6e67a4b820b79c6fe1e2b17479980f131b4e4e4cf342ec0a286', '{"reason": "按职责分工和来件内容改定"}', '7ENQ2TDZEJEFM2CNMDSVMMQH3F');
INSERT INTO assistant.case_event VALUES ('01a22df4-464b-76c1-bcf5-94f88203bbc6', '01a22df4-3d88-7848-bde9-48a32c905eee', 4, 'dispatch', 'system', '系统接口', '2026-11-30 19:35:13.227609+00', NULL, 3, '{"occurredAt": "2026-09-07T09:49:00Z"}', 'e597c8a5c82da6e67a4b820b79c6fe1e2b17479980f131b4e4e4cf342ec0a286', '6892d3485864670669af09bf44d599ef1c68bb65f9e963fd80e27d18106bdfbd', NULL, NULL);
INSERT INTO assistant.case_event VALUES ('01a22df4-481b-70db-bf6b-f1111fd333be', '01a22df4-3d88-7848-bde9-48a32c905eee', 5, 'start', 'system', '系统接口', '2026-11-30 19:35:13.691105+00', NULL, 4, '{"occurredAt": "2026-09-07T11:49:00Z"}', '6892d3485864670669af09bf44d599ef1c68bb65f9e963fd80e27d18106bdfbd', 'f38434a4edf0443f84748a7d411b79a5d1e813a145605c872ade0abb5c4c5dba', NULL, NULL);
INSERT INTO assistant.case_event VALUES ('01a22df4-4aa2-775d-9a55-64a060a495a5', '01a22df4-3d88-7848-bde9-48a32c905eee', 6, 'reply', 'system', '系统接口', '2026-11-30 19:35:14.338513+00', NULL, 5, '{"sealed": "ac5cd247cdbc56794a27380359bee241da8d670abe2dcfccaec062114ad9b7d4", "occurredAt": "2026-09-15T12:49:00Z"}', 'f38434a4edf0443f84748a7d411b79a5d1e813a145605c872ade0abb5c4c5dba', '2a0c560dfa3ecfa7e8c1bb7118a3bd3243f15c8552af3a18bfa7ea22e35dea86', '{"text": "您好，您反映的“隔壁喷漆厂气味太大”已收悉。经澜州市生态环境局核实，有关情况属实，已按规定处理，后续进展由专人与您单位联系。感谢您对我们工作的支持。"}', 'JT6G8S3FEVTDVAK2KVYJKA85YE');
INSERT INTO assistant.case_event VALUES ('01a22df4-4e74-74ff-8a84-0e521860830f', '01a22df4-3d88-7848-bde9-48a32c905eee', 7, 'rate', 'system', '系统接口', '2026-11-30 19:35:15.316527+00', NULL, 6, '{"label": "基本满意", "score": 3, "occurredAt": "2026-09-16T12:49:00Z"}', '2a0c560dfa3ecfa7e8c1bb7118a3bd3243f15c8552af3a18bfa7ea22e35dea86', '487164f4788a6e32a7f733c02b32f8bc63345ad27024d873d8b7b78787f9c801', NULL, NULL);
INSERT INTO assistant.case_event VALUES ('01a22dfb-3ea6-7a83-b886-bec9f470806c', '01a22dfb-3946-720e-99d6-9a834b41051b', 3, 'change', 'system', '系统接口', '2026-11-30 19:42:50.02283+00', NULL, 2, '{"sealed": "8f251c0ee70aead103fd0c8214f65c30206f843df3b67a62cc512c680ee87f55", "category": "consultation", "suggested": {"seq": 2, "rank": 3, "category": "consultation", "abstained": true, "department": "云泽省交通运输厅", "modelVersion": "day-one-1", "categoryRight": true, "categoryConfidence": 0.6677, "departmentConfidence": 0.3317}, "department": {"id": "l-cgj", "name": "澜州市城市管理局"}, "supporting": ["澜州市商务局"], "supportingIds": ["l-swj"]}', '699e915114c08774fceb4b92989e9b69ecc182d5ae09ddfb6f8bd986d5ac400e', 'd7073932d6c38895db4e1f6562e1e68daaf4aa730af2f7a126b2837f3edcb661', '{"reason": "测试"}', '7WQRSMPWKQFKX98S83E4GB8E8Q');
INSERT INTO assistant.case_event VALUES ('01a22dfb-3946-7443-99d7-ad6d786dc4c5', '01a22dfb-3946-720e-99d6-9a834b41051b', 1, 'received', 'system', '系统接口', '2026-11-30 19:42:48.646278+00', NULL, 0, '{"channel": "api", "contentDigest": "b7a922e5d499f343978cd83db6242a9b44c3b26e8eb3d34a24e601dc762dab05"}', '0000000000000000000000000000000000000000000000000000000000000000', '0503ea9e2da5444e97a1c9f24816803f1052a42e49b4f45b24dee90d81e5b07c', NULL, NULL);
INSERT INTO assistant.case_event VALUES ('01a22dfb-7474-793a-bab2-18c5fcdf4379', '01a22dfb-6362-7d36-a2c7-5bc125216bec', 3, 'accept_suggestion', 'system', '系统接口', '2026-11-30 19:43:03.796608+00', NULL, 2, '{"category": "consultation", "suggested": {"seq": 2, "rank": 1, "category": "consultation", "abstained": false, "department": "澜州市人力资源和社会保障局", "modelVersion": "day-one-1", "categoryRight": true, "categoryConfidence": 0.9875, "departmentConfidence": 0.7237}, "department": {"id": "l-rsj", "name": "澜州市人力资源和社会保障局"}, "occurredAt": "2026-09-19T08:37:00Z", "supporting": [], "supportingIds": []}', 'e8928fdf66496ce19f09b1dcec684a62a3b902bbc761e0f27a4397105321e08f', '506589e84c522a517f485d01b097f60b8f1040b2bf0c8f9a283a8a0c026a795d', NULL, NULL);
INSERT INTO assistant.case_event VALUES ('01a22dfb-6364-74fa-b1c0-0125ffe791d4', '01a22dfb-6362-7d36-a2c7-5bc125216bec', 1, 'received', 'system', '系统接口', '2026-11-30 19:42:59.42832+00', NULL, 0, '{"channel": "widget", "contentDigest": "64d97a29e7495d9e270e68158820c54ec359b34f421e9ed7d9c8bd4e7bd0ed15"}', '0000000000000000000000000000000000000000000000000000000000000000', '6ffda2abfed3dcd171e75738d98c9d9b647ab366263e9eaa106863bd2b3b6e9b', NULL, NULL);
INSERT INTO assistant.case_event VALUES ('01a22dfb-6a3e-7dd4-9019-7bd4e91f9e00', '01a22dfb-6362-7d36-a2c7-5bc125216bec', 2, 'suggested', 'system', '系统', '2026-11-30 19:43:01.182905+00', NULL, 1, '{"flags": [], "sealed": "e1f36be5bfd367a17187b40309933267fc5906f16f355b04e6a90f4bfa7411e4", "related": [], "category": {"code": "consultation", "label": "咨询", "confidence": 0.9875}, "deadline": {"due": "2026-09-21", "provisional": false, "workingDays": 2}, "abstained": false, "sensitive": [], "duplicates": [], "supporting": [], "departments": [{"id": "l-rsj", "name": "澜州市人力资源和社会保障局", "reasons": [{"kind": "duty", "text": "职责：技能提升培训补贴", "citation": null}], "confidence": 0.7237}, {"id": "p-rst", "name": "云泽省人力资源和社会保障厅", "reasons": [{"kind": "clause", "text": "《云泽省人民政府关于支持中小企业数字化转型的若干措施》 三、(五) 的责任单位列有省人社厅", "citation": "/policies/01a22df1-a7d9-7942-a94e-c0efa754415e?clause=%E4%B8%89%E3%80%81%28%E4%BA%94%29&start=544&end=555"}], "confidence": 0.2743}, {"id": "p-hg", "name": "云泽海关", "reasons": [{"kind": "duty", "text": "职责：报关单位备案", "citation": null}], "confidence": 0.00040}, {"id": "p-gat", "name": "云泽省公安厅", "reasons": [{"kind": "duty", "text": "职责：公章刻制备案", "citation": null}], "confidence": 0.00040}, {"id": "p-fgw", "name": "云泽省发展和改革委员会", "reasons": [{"kind": "duty", "text": "职责：企业投资项目备案和核准", "citation": null}], "confidence": 0.00020}, {"id": "p-gxt", "name": "云泽省工业和信息化厅", "reasons": [{"kind": "clause", "text": "《云泽省人民政府关于支持中小企业数字化转型的若干措施》 二、(三) 的责任单位列有省工信厅", "citation": "/policies/01a22df1-a7d9-7942-a94e-c0efa754415e?clause=%E4%BA%8C%E3%80%81%28%E4%B8%89%29&start=378&end=395"}], "confidence": 0.00010}, {"id": "p-sjglj", "name": "云泽省数据管理局", "reasons": [{"kind": "clause", "text": "《云泽省人民政府关于支持中小企业数字化转型的若干措施》 二、(三) 的责任单位列有省数据管理局", "citation": "/policies/01a22df1-a7d9-7942-a94e-c0efa754415e?clause=%E4%BA%8C%E3%80%81%28%E4%B8%89%29&start=378&end=395"}], "confidence": 0.00010}, {"id": "p-jyt", "name": "云泽省教育厅", "reasons": [{"kind": "duty", "text": "职责：民办学校和校外培训机构的审批监管", "citation": null}], "confidence": 0.00010}, {"id": "p-gsl", "name": "云泽省工商业联合会", "reasons": [{"kind": "clause", "text": "《云泽省司法厅云泽省工商业联合会关于开展民营企业法律服务的意见》 二 的责任单位列有省工商联", "citation": "/policies/01a22df1-a132-753d-9b7f-b8666ccf9d69?clause=%E4%BA%8C&start=177&end=193"}], "confidence": 0.00010}, {"id": "p-sft", "name": "云泽省司法厅", "reasons": [{"kind": "clause", "text": "《云泽省司法厅云泽省工商业联合会关于开展民营企业法律服务的意见》 二 的责任单位列有省司法厅", "citation": "/policies/01a22df1-a132-753d-9b7f-b8666ccf9d69?clause=%E4%BA%8C&start=177&end=193"}], "confidence": 0.00010}], "modelVersion": "day-one-1", "reviewReasons": [], "reporterProtected": false}', '6ffda2abfed3dcd171e75738d98c9d9b647ab366263e9eaa106863bd2b3b6e9b', 'e8928fdf66496ce19f09b1dcec684a62a3b902bbc761e0f27a4397105321e08f', '{"matters": []}', '6S6BVP9MP579TG64QMHN3SPWCJ');
INSERT INTO assistant.case_event VALUES ('01a22dfb-3bf8-79b2-9106-b0db31764eac', '01a22dfb-3946-720e-99d6-9a834b41051b', 2, 'suggested', 'system', '系统', '2026-11-30 19:42:49.336654+00', NULL, 1, '{"flags": [], "sealed": "994378b28c8f22b197ab40f35c0c19762506b4f02c8846ff98c2f434764aafe8", "related": [], "category": {"code": "consultation", "label": "咨询", "confidence": 0.6677}, "deadline": {"due": "2026-12-03", "provisional": false, "workingDays": 2}, "abstained": true, "sensitive": [], "duplicates": [], "supporting": [{"id": "l-sjj", "name": "澜州市市场监督管理局", "reasons": [{"kind": "duty", "text": "职责：食品经营许可", "citation": null}], "confidence": 0.2357}], "departments": [{"id": "p-jtt", "name": "云泽省交通运输厅", "reasons": [{"kind": "duty", "text": "职责：道路运输经营许可", "citation": null}], "confidence": 0.3317}, {"id": "l-sjj", "name": "澜州市市场监督管理局", "reasons": [{"kind": "duty", "text": "职责：食品经营许可", "citation": null}], "confidence": 0.2357}, {"id": "l-cgj", "name": "澜州市城市管理局", "reasons": [{"kind": "duty", "text": "职责：占道经营和户外广告牌", "citation": null}], "confidence": 0.1427}, {"id": "p-wlt", "name": "云泽省文化和旅游厅", "reasons": [{"kind": "duty", "text": "职责：文化经营许可", "citation": null}], "confidence": 0.1062}, {"id": "p-yjt", "name": "云泽省应急管理厅", "reasons": [{"kind": "duty", "text": "职责：危险化学品经营许可", "citation": null}], "confidence": 0.0847}, {"id": "p-sjj", "name": "云泽省市场监督管理局", "reasons": [{"kind": "duty", "text": "职责：食品生产经营许可", "citation": null}], "confidence": 0.0576}, {"id": "p-yjj", "name": "云泽省药品监督管理局", "reasons": [{"kind": "duty", "text": "职责：药品经营监管", "citation": null}], "confidence": 0.0076}, {"id": "l-jtj", "name": "澜州市交通运输局", "reasons": [{"kind": "duty", "text": "职责：货运企业和网约车许可", "citation": null}], "confidence": 0.0076}, {"id": "l-zjj", "name": "澜州市住房和城乡建设局", "reasons": [{"kind": "duty", "text": "职责：市内施工许可", "citation": null}], "confidence": 0.0075}, {"id": "p-hbt", "name": "云泽省生态环境厅", "reasons": [{"kind": "duty", "text": "职责：排污许可", "citation": null}], "confidence": 0.0033}], "modelVersion": "day-one-1", "reviewReasons": ["承办部门把握不足（33%），请从候选中选定"], "reporterProtected": false}', '0503ea9e2da5444e97a1c9f24816803f1052a42e49b4f45b24dee90d81e5b07c', '699e915114c08774fceb4b92989e9b69ecc182d5ae09ddfb6f8bd986d5ac400e', '{"matters": []}', 'YQKQ2N6QQ6DWPYPZFRWGK4V32X');
INSERT INTO assistant.case_event VALUES ('01a22dfb-405a-73ba-945e-a8193315fbad', '01a22dfb-3946-720e-99d6-9a834b41051b', 4, 'dispatch', 'system', '系统接口', '2026-11-30 19:42:50.458276+00', NULL, 3, '{}', 'd7073932d6c38895db4e1f6562e1e68daaf4aa730af2f7a126b2837f3edcb661', 'ec0da24b7da33c4062f8b208c1b19be2cf5703e010e0da2e1f2927eb75164850', NULL, NULL);
INSERT INTO assistant.case_event VALUES ('01a22dfb-436c-703d-bfa0-c11da9147118', '01a22dfb-3946-720e-99d6-9a834b41051b', 5, 'start', 'system', '系统接口', '2026-11-30 19:42:51.244075+00', NULL, 4, '{}', 'ec0da24b7da33c4062f8b208c1b19be2cf5703e010e0da2e1f2927eb75164850', 'bc724826b78a60167cac9abd2780790505d7905a9ad2a7bd8bf8fcd21f7653fd', NULL, NULL);
INSERT INTO assistant.case_event VALUES ('01a22dfb-47b7-7306-872e-4ad51555e7d8', '01a22dfb-3946-720e-99d6-9a834b41051b', 6, 'merge', 'system', '系统接口', '2026-11-30 19:42:52.343243+00', NULL, 5, '{"into": "01a22dfb-34be-7cd5-bc01-0654af056ee5", "intoNumber": "ZT20261201-Q9MHDY"}', 'bc724826b78a60167cac9abd2780790505d7905a9ad2a7bd8bf8fcd21f7653fd', '6219e1871d093a87c598a0581f502e2ddc11060b8f7b4bf0ec75f4120bd05f3f', NULL, NULL);
INSERT INTO assistant.case_event VALUES ('01a22dfb-4c7f-7d0f-b5b0-8f6c868ddf96', '01a22dfb-3946-720e-99d6-9a834b41051b', 7, 'unmerge', 'system', '系统接口', '2026-11-30 19:42:53.567873+00', NULL, 6, '{"sealed": "11885d3d80f559daced678be1978abdc0f36f396ace7f26cd03fc92ad5791ee2"}', '6219e1871d093a87c598a0581f502e2ddc11060b8f7b4bf0ec75f4120bd05f3f', '96cfef4699e50ff0a25d0c880e1c71234aabffd6e363262ca8bdd30fae33c855', '{"reason": "不是同一件"}', 'AY4WYHZJ3KPHXKJ9XQ2YKV2NHE');
INSERT INTO assistant.case_event VALUES ('01a22dfb-786c-7412-a6e3-fcdc29bd2ba8', '01a22dfb-6362-7d36-a2c7-5bc125216bec', 4, 'dispatch', 'system', '系统接口', '2026-11-30 19:43:04.812309+00', NULL, 3, '{"occurredAt": "2026-09-19T09:37:00Z"}', '506589e84c522a517f485d01b097f60b8f1040b2bf0c8f9a283a8a0c026a795d', '51f740df8f798063e168de383e841f3d2bdd6a4ef83fd786b71ca73a7b5c2b06', NULL, NULL);
INSERT INTO assistant.case_event VALUES ('01a22dfb-7e90-7004-9dc1-e10ca47426fa', '01a22dfb-6362-7d36-a2c7-5bc125216bec', 5, 'start', 'system', '系统接口', '2026-11-30 19:43:06.384188+00', NULL, 4, '{"occurredAt": "2026-09-19T11:37:00Z"}', '51f740df8f798063e168de383e841f3d2bdd6a4ef83fd786b71ca73a7b5c2b06', '04a134ace5608fd0b87b66a42a85e0709a45ffeedf5962c1350d4613e9896b1b', NULL, NULL);
INSERT INTO assistant.case_event VALUES ('01a22dfb-7f83-7477-9791-e1cc56953939', '01a22dfb-6362-7d36-a2c7-5bc125216bec', 6, 'urge', 'system', '系统', '2026-11-30 19:43:06.627471+00', NULL, 5, '{"due": "2026-09-21", "step": "urge", "sealed": "71e7405dd61cc758f558dd6b3746d9caee7d7d880ccc4928a200469ea7d99c4c"}', '04a134ace5608fd0b87b66a42a85e0709a45ffeedf5962c1350d4613e9896b1b', '982aeec5d71d5a45d59825c6117c2a561b9a337b077de62c738d4f3eebb06915', '{"reason": "超期满 1 个工作日仍未答复"}', 'ENTVPQBA5HPCV5ENTNJ76TEN7R');
INSERT INTO assistant.case_event VALUES ('01a22dfb-7ff4-7135-bef1-fdfc837a7184', '01a22dfb-6362-7d36-a2c7-5bc125216bec', 7, 'supervise', 'system', '系统', '2026-11-30 19:43:06.740118+00', NULL, 6, '{"due": "2026-09-21", "step": "supervise", "sealed": "0087a2338c092ca871d4d671d6b312196085aced77d53d973939ebfd5db4881f"}', '982aeec5d71d5a45d59825c6117c2a561b9a337b077de62c738d4f3eebb06915', '1f495396c3ad4f6e6942abea80d060f00d5bc281c6ecc3a144d21a7299809186', '{"reason": "超期满 3 个工作日仍未答复"}', 'D425S45BFMA29AZRBRPPC5WPXE');
INSERT INTO assistant.case_event VALUES ('01a22dfb-a80c-77d1-b074-548fce1bb356', '01a22dfb-6362-7d36-a2c7-5bc125216bec', 8, 'drafted', 'system', '系统接口', '2026-11-30 19:43:17.004577+00', NULL, 7, '{"mode": "extractive", "checks": [{"ok": true, "kind": "citations", "message": "1 处引用均与原文逐字一致。"}, {"ok": true, "kind": "in_force", "message": "所引政策均现行有效。"}, {"ok": true, "kind": "matters", "message": "来件的 1 个事项均有答复内容。"}, {"ok": false, "kind": "precedents", "message": "有段落参照同类往复改写，未与政策原文核对，请承办单位核实其中事实后再发出。"}, {"ok": false, "kind": "gaps", "message": "还有 1 处待填写，填写后才能发出。"}, {"ok": true, "kind": "personal_data", "message": "没有发现手机号、身份证号等个人信息。"}, {"ok": true, "kind": "tone", "message": "用语得当。"}, {"ok": true, "kind": "form", "message": "格式完整。"}], "sealed": "03c98b1ff86b23a344885d44888a20a0061fe3cbd040daf0f37dedd5b4270a0c", "citations": [{"end": 107, "url": "/policies/01a22df1-c1a9-7b23-9b26-72b2a79e8694?clause=%E4%B8%80&start=51&end=107", "quote": "在澜州市参加失业保险的企业，组织本单位在职职工开展岗前培训、技能提升培训或者新型学徒制培训的，可以申请培训补贴。", "start": 51, "title": "澜州市人力资源和社会保障局关于企业职工技能提升培训补贴的通知", "clause": "一", "issuer": "澜州市人力资源和社会保障局", "marker": 1, "status": "in_force", "policyId": "01a22df1-c1a9-7b23-9b26-72b2a79e8694", "sourceUrl": null, "externalId": "澜人社〔2024〕40号-技能培训.txt", "documentNumber": "澜人社〔2024〕40号"}], "occurredAt": "2026-09-19T12:07:00Z", "precedents": [{"title": "招应届生有补贴吗", "number": "ZT20261201-2BJQYB", "source": "case", "answeredAt": "2026-09-13T13:00:00+08:00", "department": "澜州市人力资源和社会保障局"}]}', '1f495396c3ad4f6e6942abea80d060f00d5bc281c6ecc3a144d21a7299809186', 'd644206a49276c3d7345d63b21bc0410e6d1d435e3ce311e42ab24ce82af4825', '{"text": "您好：\n您关于“技能培训补贴标准”的来件（编号：ZT20261201-BKRHEY）收悉。经研究，现答复如下：\n《澜州市人力资源和社会保障局关于企业职工技能提升培训补贴的通知》（澜人社〔2024〕40号）一：在澜州市参加失业保险的企业，组织本单位在职职工开展岗前培训、技能提升培训或者新型学徒制培训的，可以申请培训补贴。\n【请核实：经核实，已将办理条件、标准和途径电话告知您单位联系人】。\n感谢您的来件和对我们工作的支持。如有疑问，请拨打 0999-22345602 联系我们。\n澜州市人力资源和社会保障局\n2026年9月19日", "blocks": [{"gap": false, "kind": "salutation", "text": "您好：", "markers": [], "precedent": false}, {"gap": false, "kind": "opening", "text": "您关于“技能培训补贴标准”的来件（编号：ZT20261201-BKRHEY）收悉。经研究，现答复如下：", "markers": [], "precedent": false}, {"gap": false, "kind": "content", "text": "《澜州市人力资源和社会保障局关于企业职工技能提升培训补贴的通知》（澜人社〔2024〕40号）一：在澜州市参加失业保险的企业，组织本单位在职职工开展岗前培训、技能提升培训或者新型学徒制培训的，可以申请培训补贴。", "markers": [1], "precedent": false}, {"gap": true, "kind": "content", "text": "【请核实：经核实，已将办理条件、标准和途径电话告知您单位联系人】。", "markers": [], "precedent": true}, {"gap": false, "kind": "thanks", "text": "感谢您的来件和对我们工作的支持。如有疑问，请拨打 0999-22345602 联系我们。", "markers": [], "precedent": false}, {"gap": false, "kind": "signature", "text": "澜州市人力资源和社会保障局", "markers": [], "precedent": false}, {"gap": false, "kind": "date", "text": "2026年9月19日", "markers": [], "precedent": false}], "matters": [{"text": "技能培训补贴标准。我们厂想组织高级工培训，请问补贴多少钱一个人，要不要提前备案", "basis": "policy"}]}', 'S5EQMPV2QY5NJGQNNZ4FJ4R9GQ');
INSERT INTO assistant.case_event VALUES ('01a22dfb-bf8e-78b4-acec-0a5ed0598860', '01a22dfb-6362-7d36-a2c7-5bc125216bec', 9, 'reply', 'system', '系统接口', '2026-11-30 19:43:23.022693+00', NULL, 8, '{"sealed": "6a83e263ac082f29a719537fef105abb6c03b199e776b53674153c1eb671db4e", "changes": [{"n": 161, "op": "keep"}, {"n": 5, "op": "delete"}, {"n": 26, "op": "keep"}, {"n": 1, "op": "delete"}, {"n": 71, "op": "keep"}], "draftSeq": 8, "editShare": 0.023, "occurredAt": "2026-09-19T12:37:00Z", "editDistance": 6, "draftUnchanged": false}', 'd644206a49276c3d7345d63b21bc0410e6d1d435e3ce311e42ab24ce82af4825', 'f0246c40ceee1639dc4afe6ad4a375d097c01cf444d58592187f3548f11d92cc', '{"text": "您好：\n您关于“技能培训补贴标准”的来件（编号：ZT20261201-BKRHEY）收悉。经研究，现答复如下：\n《澜州市人力资源和社会保障局关于企业职工技能提升培训补贴的通知》（澜人社〔2024〕40号）一：在澜州市参加失业保险的企业，组织本单位在职职工开展岗前培训、技能提升培训或者新型学徒制培训的，可以申请培训补贴。\n经核实，已将办理条件、标准和途径电话告知您单位联系人。\n感谢您的来件和对我们工作的支持。如有疑问，请拨打 0999-22345602 联系我们。\n澜州市人力资源和社会保障局\n2026年9月19日"}', 'Z2975MPGQEB93HCTWQMFDNDTHH');
INSERT INTO assistant.case_event VALUES ('01a22dfb-34c1-7000-8000-000000000001', '01a22dfb-34be-7cd5-bc01-0654af056ee5', 1, 'received', 'system', '系统接口', '2026-11-30 19:42:47.452216+00', NULL, 0, '{"channel": "api", "contentDigest": "afde1242c96e4b72cf482962de6a55d06627f61c628843c71fb63df0834e4df6"}', '0000000000000000000000000000000000000000000000000000000000000000', '633663dc5f61aa56d851796dd9364d9d5d76d24f8cef2ef2c1b49866694069a0', NULL, NULL);
INSERT INTO assistant.case_event VALUES ('01a22dfb-34c2-7000-8000-000000000001', '01a22dfb-34be-7cd5-bc01-0654af056ee5', 2, 'change', 'system', '系统接口', '2026-11-30 19:42:48.453225+00', NULL, 1, '{"category": "consultation", "department": {"id": "l-cgj", "name": "澜州市城市管理局"}, "supporting": [], "supportingIds": []}', '633663dc5f61aa56d851796dd9364d9d5d76d24f8cef2ef2c1b49866694069a0', '4f3310eeb00150d07d6aadc17c2c9b388f46f3803c17b2ed6f9c1ce582f5e364', NULL, NULL);
INSERT INTO assistant.case_event VALUES ('01a22dfb-34c3-7000-8000-000000000001', '01a22dfb-34be-7cd5-bc01-0654af056ee5', 3, 'dispatch', 'system', '系统接口', '2026-11-30 19:42:49.454234+00', NULL, 2, '{}', '4f3310eeb00150d07d6aadc17c2c9b388f46f3803c17b2ed6f9c1ce582f5e364', '5c7bd32597916fd14d0e242b1bb83d05916fa441f1075a546a9e1e341e73754a', NULL, NULL);
INSERT INTO assistant.case_event VALUES ('01a22dfb-34c4-7000-8000-000000000001', '01a22dfb-34be-7cd5-bc01-0654af056ee5', 4, 'start', 'system', '系统接口', '2026-11-30 19:42:50.455243+00', NULL, 3, '{}', '5c7bd32597916fd14d0e242b1bb83d05916fa441f1075a546a9e1e341e73754a', '85e5ed4b20807f04b270747b485957d15cd8b439a0855387e59bfaa234304a02', NULL, NULL);
INSERT INTO assistant.case_event VALUES ('01a22dfb-34c5-7000-8000-000000000001', '01a22dfb-34be-7cd5-bc01-0654af056ee5', 5, 'reply', 'system', '系统接口', '2026-11-30 19:42:51.456252+00', NULL, 4, '{"sealed": "1009046950c82ecde7177d26a190cbd14124564f8aa17ca6f43d1eb86e155279"}', '85e5ed4b20807f04b270747b485957d15cd8b439a0855387e59bfaa234304a02', 'a43a684e4027664c0e274da6aa2d2b2d6ee6cfadd9fc60f218cf1cf2562ace81', '{"text": "到街道窗口申请，三个工作日办结。"}', 'SALTOFEVENT000000000000005');
INSERT INTO assistant.case_event VALUES ('01a22dfb-34c6-7000-8000-000000000001', '01a22dfb-34be-7cd5-bc01-0654af056ee5', 6, 'rate', 'system', '系统接口', '2026-11-30 19:42:52.457261+00', NULL, 5, '{"score": 5, "label": "很满意"}', 'a43a684e4027664c0e274da6aa2d2b2d6ee6cfadd9fc60f218cf1cf2562ace81', '678d40f6d31270976d14e177981859d9977edb8c7b5bef882b52902352742917', NULL, NULL);
INSERT INTO assistant.case_event VALUES ('01a22dfb-34c7-7000-8000-000000000001', '01a22dfb-34be-7cd5-bc01-0654af056ee5', 7, 'reopen', 'system', '系统接口', '2026-11-30 19:42:53.458270+00', NULL, 6, '{"sealed": "18adb0083e23c20f9f908eba0faff2046e830104cac8963d90d1a0ca18ddbf44"}', '678d40f6d31270976d14e177981859d9977edb8c7b5bef882b52902352742917', 'acc4b260b17b3c6d395bb217b920274f4d5f58ebbf87690f234d4344226d1909', '{"reason": "来电补充，重新办理"}', 'SALTOFEVENT000000000000007');
INSERT INTO assistant.case_event VALUES ('01a22dfb-34c8-7000-8000-000000000001', '01a22dfb-34be-7cd5-bc01-0654af056ee5', 8, 'reply', 'system', '系统接口', '2026-11-30 19:42:54.459279+00', NULL, 7, '{"sealed": "1633fd8ce0ff67d9019ce8021120c9c4b1ec79d3cba4c4cfebc2b6588b0ba561"}', 'acc4b260b17b3c6d395bb217b920274f4d5f58ebbf87690f234d4344226d1909', 'af8b163b9f9ca6ad9371fe67e6d2b490d406badc6afdfc3c86c9fb1d0330e52e', '{"text": "可在网上申请，三个工作日办结。"}', 'SALTOFEVENT000000000000008');
INSERT INTO assistant.flyway_schema_history VALUES (0, NULL, '<< Flyway Schema Creation >>', 'SCHEMA', '"assistant"', NULL, 'zhitong', '2026-11-30 19:30:12.408853', 0, true);
INSERT INTO assistant.flyway_schema_history VALUES (1, '10', 'accounts', 'SQL', 'db/assistant/V10__accounts.sql', 649731955, 'zhitong', '2026-11-30 19:30:12.897949', 508, true);
INSERT INTO assistant.flyway_schema_history VALUES (2, '11', 'casework', 'SQL', 'db/assistant/V11__casework.sql', -894087713, 'zhitong', '2026-11-30 19:30:14.136486', 804, true);
INSERT INTO assistant.flyway_schema_history VALUES (3, '20', 'triage', 'SQL', 'db/assistant/V20__triage.sql', -1893434241, 'zhitong', '2026-11-30 19:30:15.678177', 960, true);
INSERT INTO assistant.flyway_schema_history VALUES (4, '30', 'questions', 'SQL', 'db/assistant/V30__questions.sql', 257655860, 'zhitong', '2026-11-30 19:30:17.470336', 414, true);
INSERT INTO assistant.flyway_schema_history VALUES (5, '31', 'triage decisions', 'SQL', 'db/assistant/V31__triage_decisions.sql', -29315577, 'zhitong', '2026-11-30 19:30:18.603294', 516, true);
INSERT INTO assistant.flyway_schema_history VALUES (6, '32', 'department changes', 'SQL', 'db/assistant/V32__department_changes.sql', -662970950, 'zhitong', '2026-11-30 19:30:19.797543', 295, true);
INSERT INTO assistant.flyway_schema_history VALUES (7, '33', 'repeats by key', 'SQL', 'db/assistant/V33__repeats_by_key.sql', 1190503922, 'zhitong', '2026-11-30 19:30:20.875936', 410, true);
INSERT INTO assistant.flyway_schema_history VALUES (8, '40', 'casework states', 'SQL', 'db/assistant/V40__casework_states.sql', 177887038, 'zhitong', '2026-11-30 19:30:21.633526', 530, true);
INSERT INTO assistant.flyway_schema_history VALUES (9, '41', 'notices', 'SQL', 'db/assistant/V41__notices.sql', 1827706906, 'zhitong', '2026-11-30 19:30:22.677524', 652, true);
INSERT INTO assistant.flyway_schema_history VALUES (10, '42', 'import', 'SQL', 'db/assistant/V42__import.sql', -491679274, 'zhitong', '2026-11-30 19:30:23.821551', 183, true);
INSERT INTO assistant.flyway_schema_history VALUES (11, '43', 'watch all', 'SQL', 'db/assistant/V43__watch_all.sql', -107959318, 'zhitong', '2026-11-30 19:30:24.342298', 250, true);
INSERT INTO assistant.flyway_schema_history VALUES (12, '50', 'people', 'SQL', 'db/assistant/V50__people.sql', 1781336187, 'zhitong', '2026-11-30 19:30:24.946293', 903, true);
INSERT INTO assistant.flyway_schema_history VALUES (13, '51', 'case owner', 'SQL', 'db/assistant/V51__case_owner.sql', 938212362, 'zhitong', '2026-11-30 19:30:26.474952', 33, true);
INSERT INTO assistant.flyway_schema_history VALUES (14, '52', 'past replies', 'SQL', 'db/assistant/V52__past_replies.sql', -623784282, 'zhitong', '2026-11-30 19:30:26.763645', 200, true);
ALTER TABLE ONLY assistant.account
    ADD CONSTRAINT account_name_key UNIQUE (name);
ALTER TABLE ONLY assistant.account
    ADD CONSTRAINT account_pkey PRIMARY KEY (id);
ALTER TABLE ONLY assistant.account
    ADD CONSTRAINT account_subject_key UNIQUE (subject);
ALTER TABLE ONLY assistant.api_key
    ADD CONSTRAINT api_key_key_hash_key UNIQUE (key_hash);
ALTER TABLE ONLY assistant.api_key
    ADD CONSTRAINT api_key_pkey PRIMARY KEY (id);
ALTER TABLE ONLY assistant.appeal_case
    ADD CONSTRAINT appeal_case_channel_external_number_key UNIQUE (channel, external_number);
ALTER TABLE ONLY assistant.appeal_case
    ADD CONSTRAINT appeal_case_number_key UNIQUE (number);
ALTER TABLE ONLY assistant.appeal_case
    ADD CONSTRAINT appeal_case_pkey PRIMARY KEY (id);
ALTER TABLE ONLY assistant.calendar_year
    ADD CONSTRAINT calendar_year_pkey PRIMARY KEY (year);
ALTER TABLE ONLY assistant.case_event
    ADD CONSTRAINT case_event_case_id_seq_key UNIQUE (case_id, seq);
ALTER TABLE ONLY assistant.case_event
    ADD CONSTRAINT case_event_pkey PRIMARY KEY (id);
ALTER TABLE ONLY assistant.case_import
    ADD CONSTRAINT case_import_pkey PRIMARY KEY (id);
ALTER TABLE ONLY assistant.case_notice
    ADD CONSTRAINT case_notice_case_id_kind_key_channel_target_key UNIQUE (case_id, kind, key, channel, target);
ALTER TABLE ONLY assistant.case_notice
    ADD CONSTRAINT case_notice_pkey PRIMARY KEY (id);
ALTER TABLE ONLY assistant.case_owner
    ADD CONSTRAINT case_owner_pkey PRIMARY KEY (case_id);
ALTER TABLE ONLY assistant.casework_key
    ADD CONSTRAINT casework_key_pkey PRIMARY KEY (name);
ALTER TABLE ONLY assistant.department_change
    ADD CONSTRAINT department_change_pkey PRIMARY KEY (id);
ALTER TABLE ONLY assistant.department
    ADD CONSTRAINT department_pkey PRIMARY KEY (id);
ALTER TABLE ONLY assistant.flyway_schema_history
    ADD CONSTRAINT flyway_schema_history_pk PRIMARY KEY (installed_rank);
ALTER TABLE ONLY assistant.idempotency_key
    ADD CONSTRAINT idempotency_key_pkey PRIMARY KEY (scope, key);
ALTER TABLE ONLY assistant.past_reply
    ADD CONSTRAINT past_reply_pkey PRIMARY KEY (id);
ALTER TABLE ONLY assistant.past_reply
    ADD CONSTRAINT past_reply_source_number_key UNIQUE (source, number);
ALTER TABLE ONLY assistant.personal_read
    ADD CONSTRAINT personal_read_pkey PRIMARY KEY (id);
ALTER TABLE ONLY assistant.question
    ADD CONSTRAINT question_pkey PRIMARY KEY (id);
ALTER TABLE ONLY assistant.rate_window
    ADD CONSTRAINT rate_window_pkey PRIMARY KEY (key, window_start);
ALTER TABLE ONLY assistant.session
    ADD CONSTRAINT session_pkey PRIMARY KEY (token_hash);
ALTER TABLE ONLY assistant.triage_history
    ADD CONSTRAINT triage_history_pkey PRIMARY KEY (model_id, ordinal);
ALTER TABLE ONLY assistant.triage_job
    ADD CONSTRAINT triage_job_pkey PRIMARY KEY (id);
ALTER TABLE ONLY assistant.triage_model
    ADD CONSTRAINT triage_model_pkey PRIMARY KEY (id);
ALTER TABLE ONLY assistant.triage_promotion
    ADD CONSTRAINT triage_promotion_pkey PRIMARY KEY (id);
ALTER TABLE ONLY assistant.triage_recent
    ADD CONSTRAINT triage_recent_pkey PRIMARY KEY (case_id);
CREATE INDEX appeal_case_asked ON assistant.appeal_case USING btree (asked_at);
CREATE INDEX appeal_case_department ON assistant.appeal_case USING btree (department, state);
CREATE INDEX appeal_case_marked ON assistant.appeal_case USING btree (review) WHERE ((review = 'open'::text) OR typical);
CREATE INDEX appeal_case_merged ON assistant.appeal_case USING btree (merged_into) WHERE (merged_into IS NOT NULL);
CREATE INDEX appeal_case_queue ON assistant.appeal_case USING btree (state, due);
CREATE INDEX appeal_case_triage ON assistant.appeal_case USING btree (triage_at) WHERE (triage_at IS NOT NULL);
CREATE INDEX appeal_case_watch ON assistant.appeal_case USING btree (watch_on) WHERE (watch_on IS NOT NULL);
CREATE INDEX case_event_type_at ON assistant.case_event USING btree (type, at);
CREATE INDEX case_notice_due ON assistant.case_notice USING btree (next_at) WHERE (delivered_at IS NULL);
CREATE INDEX case_owner_account ON assistant.case_owner USING btree (account, since);
CREATE INDEX department_change_department ON assistant.department_change USING btree (department_id, changed_at);
CREATE INDEX flyway_schema_history_s_idx ON assistant.flyway_schema_history USING btree (success);
CREATE INDEX past_reply_created ON assistant.past_reply USING btree (created_at, id);
CREATE INDEX personal_read_actor ON assistant.personal_read USING btree (actor, at);
CREATE INDEX personal_read_at ON assistant.personal_read USING btree (at);
CREATE INDEX personal_read_case ON assistant.personal_read USING btree (case_id, at);
CREATE INDEX question_asked ON assistant.question USING btree (asked_at);
CREATE INDEX question_conversation ON assistant.question USING btree (conversation_id, asked_at);
CREATE INDEX rate_window_start ON assistant.rate_window USING btree (window_start);
CREATE INDEX session_account ON assistant.session USING btree (account_id);
CREATE INDEX session_expires ON assistant.session USING btree (expires_at);
CREATE INDEX triage_recent_asked ON assistant.triage_recent USING btree (asked_at);
CREATE INDEX triage_recent_keys ON assistant.triage_recent USING gin (keys);
CREATE INDEX triage_recent_unkeyed ON assistant.triage_recent USING btree (case_id) WHERE (keys = '{}'::bigint[]);
ALTER TABLE ONLY assistant.appeal_case
    ADD CONSTRAINT appeal_case_merged_into_fkey FOREIGN KEY (merged_into) REFERENCES assistant.appeal_case(id);
ALTER TABLE ONLY assistant.case_event
    ADD CONSTRAINT case_event_case_id_fkey FOREIGN KEY (case_id) REFERENCES assistant.appeal_case(id);
ALTER TABLE ONLY assistant.case_notice
    ADD CONSTRAINT case_notice_case_id_fkey FOREIGN KEY (case_id) REFERENCES assistant.appeal_case(id);
ALTER TABLE ONLY assistant.case_owner
    ADD CONSTRAINT case_owner_case_id_fkey FOREIGN KEY (case_id) REFERENCES assistant.appeal_case(id) ON DELETE CASCADE;
ALTER TABLE ONLY assistant.idempotency_key
    ADD CONSTRAINT idempotency_key_case_id_fkey FOREIGN KEY (case_id) REFERENCES assistant.appeal_case(id);
ALTER TABLE ONLY assistant.session
    ADD CONSTRAINT session_account_id_fkey FOREIGN KEY (account_id) REFERENCES assistant.account(id) ON DELETE CASCADE;
ALTER TABLE ONLY assistant.triage_history
    ADD CONSTRAINT triage_history_model_id_fkey FOREIGN KEY (model_id) REFERENCES assistant.triage_model(id) ON DELETE CASCADE;
ALTER TABLE ONLY assistant.triage_promotion
    ADD CONSTRAINT triage_promotion_model_id_fkey FOREIGN KEY (model_id) REFERENCES assistant.triage_model(id);
