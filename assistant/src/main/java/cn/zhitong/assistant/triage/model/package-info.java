/**
 * Models of an owner: {@code TrainingJobs} trains, {@code ModelComparison} compares with the one in
 * use, {@code ModelRegistry} says which that is, on every node.
 */
package cn.zhitong.assistant.triage.model;
